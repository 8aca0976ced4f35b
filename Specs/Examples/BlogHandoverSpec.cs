using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors.Net.Handover;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>A new process of the blog takes the place of the old one while everybody goes on asking.</summary>
public sealed class BlogHandoverSpec : IDisposable
{
    private const int Unavailable = 69,
        Misconfigured = 78;

    private readonly BlogPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("io_uring")]
    [InlineData("epoll")]
    public async Task Ten_in_a_row_under_load_lose_no_request(string backend)
    {
        Assert.SkipWhen(
            backend == "io_uring" && Stryke.Web.Actors.Net.Uring.UringProbe.Refusal() is not null,
            "io_uring cannot be used here."
        );
        // The clients share the machine with two servers: the last request of an idle connection is given more time than a network needs.
        _place
            .With("PORT", null)
            .With("STRYKE_SERVER__LISTEN", "127.0.0.1:0, unix:blog.sock")
            .With("STRYKE_SERVER__HANDOVER", "blog.handover")
            .With("STRYKE_RUNTIME__BACKEND", backend)
            .With("STRYKE_LIMITS__DRAIN_GRACE", "20")
            .With("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "60")
            .With("STRYKE_LOG__REQUESTS", "false");
        await _place.Prepare(seed: true);
        var blog = await _place.Serve();
        var port = new IPEndPoint(IPAddress.Loopback, blog.Address.Port);
        var load = new BlogLoad([port, new UnixDomainSocketEndPoint(Path.Combine(_place.Directory, "blog.sock"))], clientsOfEachKind: 2);
        for (int i = 0; i < 10; i++)
        {
            await load.WaitForMore(100);
            _place.With("STRYKE_RUNTIME__CORES", i % 3 == 0 ? "1" : "2");
            var next = await _place.Serve("serve", "--take-over");
            Assert.Equal(port.Port, next.Address.Port);
            Assert.Equal(0, await blog.Exit());
            Assert.Contains($"Handed over to process {next.ProcessId}.", blog.Said, StringComparison.Ordinal);
            await blog.DisposeAsync();
            blog = next;
        }
        await load.WaitForMore(100);
        await load.End();
        Assert.Empty(load.Failures);

        blog.Signal(System.Runtime.InteropServices.PosixSignal.SIGTERM);
        Assert.Equal(0, await blog.Exit());
        await blog.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(_place.Directory, "blog.sock")));
        Assert.False(File.Exists(Path.Combine(_place.Directory, "blog.handover")));
    }

    [Fact]
    public async Task A_new_process_that_does_not_come_to_serve_leaves_the_old_one_serving()
    {
        await _place.With("STRYKE_SERVER__HANDOVER", "blog.handover").Prepare();
        await using var blog = await _place.Serve();
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();

        // It has the sockets already when it finds that it cannot have the other address.
        var failed = await _place
            .With("PORT", null)
            .With("STRYKE_SERVER__LISTEN", $"127.0.0.1:0, {other.LocalEndPoint}")
            .Run("serve", "--take-over");
        Assert.Equal(Unavailable, failed.ExitCode);
        Assert.Contains($"{other.LocalEndPoint} is taken", failed.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing is published yet", await blog.Page("/"), StringComparison.Ordinal);

        // One that is killed leaves as this does: the kernel hangs up.
        using (var predecessor = Predecessor.TryConnect(Path.Combine(_place.Directory, "blog.handover"))!)
        {
            Assert.Equal(blog.ProcessId, predecessor.ProcessId);
            foreach (var target in predecessor.Targets)
                target.Close();
        }
        Assert.Contains("Nothing is published yet", await blog.Page("/"), StringComparison.Ordinal);

        await using var next = await _place.With("STRYKE_SERVER__LISTEN", null).With("PORT", "0").Serve("serve", "--take-over");
        Assert.Equal(blog.Address, next.Address);
        Assert.Equal(0, await blog.Exit());
        Assert.Contains("ended before it served. This process goes on.", blog.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_predecessor_it_starts_and_says_so()
    {
        await _place.With("STRYKE_SERVER__HANDOVER", "blog.handover").Prepare();
        await using var blog = await _place.Serve("serve", "--take-over");
        await blog.Page("/");
        Assert.Contains("--take-over: no process answers at ", blog.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_that_was_not_asked_to_take_over_is_refused()
    {
        await _place.With("STRYKE_SERVER__HANDOVER", "blog.handover").Prepare();
        await using var blog = await _place.Serve();
        var second = await _place.Run();
        Assert.Equal(Unavailable, second.ExitCode);
        Assert.Contains("Start with serve --take-over to replace it", second.Error, StringComparison.Ordinal);
        await blog.Page("/");
    }

    [Fact]
    public async Task Without_the_setting_there_is_nobody_to_ask()
    {
        await _place.Prepare();
        var refused = await _place.Run("serve", "--take-over");
        Assert.Equal(Misconfigured, refused.ExitCode);
        Assert.Contains("Set handover in config/server.toml", refused.Error, StringComparison.Ordinal);
    }
}
