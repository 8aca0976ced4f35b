using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Stryke.Web.Specs.Examples;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>
/// A real process is asked to stop while an action does not end: it leaves by itself a little after the time-out, and says who kept it.
/// </summary>
public sealed partial class StuckStopSpec : IDisposable
{
    private const int Held = 70;

    private readonly BlogPlace _place = new BlogPlace("Stuck")
        .With("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "0.3")
        .With("STRYKE_RUNTIME__CORES", "1");

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("epoll", "/block", "WaitsController#Block (GET /block)")]
    [InlineData("portable", "/block", "WaitsController#Block (GET /block)")]
    [InlineData("auto", "/block", "WaitsController#Block (GET /block)")]
    [InlineData("epoll", "/spin", "WaitsController#Spin (GET /spin)")]
    [InlineData("portable", "/spin", "WaitsController#Spin (GET /spin)")]
    [InlineData("epoll", "/later", "code behind an await, of GET /later (WaitsController#Later)")]
    public async Task An_action_that_holds_its_core_is_named_and_left(string backend, string path, string who)
    {
        await using var app = await _place.With("STRYKE_RUNTIME__BACKEND", backend).Serve();
        var asked = Ask(app, path);
        await HaveBegun(app, 1);
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(Held, await app.Exit());
        Assert.Contains($" s by {who}", app.Said, StringComparison.Ordinal);
        Assert.Contains(
            "Core 0 did not stop within 0.3 s (config/server.toml, [server] shutdown_timeout)",
            app.Said,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("writes still waiting", app.Said, StringComparison.Ordinal);
        await asked;
    }

    [Fact]
    public async Task Every_core_that_is_held_is_named()
    {
        await using var app = await _place.With("STRYKE_RUNTIME__BACKEND", "epoll").With("STRYKE_RUNTIME__CORES", "2").Serve();
        List<Task> asked = [];
        while (Begun(app) < 2)
        {
            // The kernel chooses the core, and one that is held answers no more.
            asked.Add(Ask(app, "/block"));
            await Task.Delay(20);
        }
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(Held, await app.Exit());
        Assert.Contains("Core 0 did not stop", app.Said, StringComparison.Ordinal);
        Assert.Contains("Core 1 did not stop", app.Said, StringComparison.Ordinal);
        await Task.WhenAll(asked);
    }

    [Fact]
    public async Task Requests_that_wait_for_what_does_not_come_are_cut_off_and_named()
    {
        await using var app = await _place.Serve();
        var asked = Ask(app, "/never?token=secret");
        await HaveBegun(app, 1);
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await app.Exit());
        Assert.Contains(
            "Stopped after 0.3 s (config/server.toml, [server] shutdown_timeout) with 1 request unanswered: GET /never "
                + "(WaitsController#Never).",
            app.Said,
            StringComparison.Ordinal
        );
        await asked;
    }

    [Fact]
    public async Task A_thread_pool_that_is_full_of_what_does_not_end_keeps_nobody()
    {
        await using var app = await _place.Serve();
        Task[] asked = [.. Enumerable.Range(0, 200).Select(_ => Ask(app, "/offload"))];
        await HaveBegun(app, asked.Length);
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await app.Exit());
        Assert.Contains("with 200 requests unanswered: GET /offload (WaitsController#Offloaded), ", app.Said, StringComparison.Ordinal);
        Assert.Contains(" and 190 more.", app.Said, StringComparison.Ordinal);
        await Task.WhenAll(asked);
    }

    [Fact]
    public async Task A_log_that_nobody_reads_keeps_nobody()
    {
        string path = Path.Combine(_place.Directory, "log");
        Assert.Equal(0, mkfifo(path, 0b110_000_000));
        // A reader that does not read: the pipe is full before the app writes into it.
        using var reader = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        reader.Write(new byte[64 * 1024]);
        await using var app = await _place.With("STRYKE_LOG__FILE", "log").Serve();
        var asked = Ask(app, "/block");
        await HaveBegun(app, 1);
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(Held, await app.Exit());
        Assert.Contains("WaitsController#Block (GET /block)", app.Said, StringComparison.Ordinal);
        await asked;
    }

    [Fact]
    public async Task A_second_signal_ends_it_at_once()
    {
        await using var app = await _place.With("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "600").Serve();
        var asked = Ask(app, "/spin");
        await HaveBegun(app, 1);
        app.Signal(PosixSignal.SIGTERM);
        await Task.Delay(100);
        app.Signal(PosixSignal.SIGTERM);
        Assert.Equal(128 + 15, await app.Exit());
        await asked;
    }

    [Fact]
    public async Task A_process_whose_core_is_held_can_be_relieved()
    {
        _place.With("STRYKE_SERVER__HANDOVER", "stuck.handover").With("STRYKE_RUNTIME__BACKEND", "epoll");
        await using var app = await _place.Serve();
        var asked = Ask(app, "/block");
        await HaveBegun(app, 1);
        await using var next = await _place.Serve("serve", "--take-over");
        Assert.Equal(app.Address, next.Address);
        Assert.Equal("alive", await next.Page("/"));
        Assert.Equal(Held, await app.Exit());
        Assert.Contains($"Handed over to process {next.ProcessId}.", app.Said, StringComparison.Ordinal);
        Assert.Contains("WaitsController#Block (GET /block)", app.Said, StringComparison.Ordinal);
        Assert.Equal("alive", await next.Page("/"));
        await asked;
    }

    // It is never answered: the process ends under it. By a socket, as an HttpClient asks again by itself.
    private static async Task Ask(BlogServer app, string path)
    {
        using var client = await TestClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.Address.Port));
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
        try
        {
            Assert.Equal("", await client.ReadToEndAsync());
        }
        catch (SocketException)
        {
            // It was reset.
        }
    }

    private static int Begun(BlogServer app) => app.Said.Split('\n').Count(line => line == "begun");

    private static async Task HaveBegun(BlogServer app, int count)
    {
        while (Begun(app) < count)
            await Task.Delay(20);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkfifo(string path, uint mode);
}
