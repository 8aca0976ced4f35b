using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>The blog started as systemd starts a service with sockets: sd_listen_fds(3), sd_notify(3).</summary>
public sealed partial class BlogActivationSpec : IDisposable
{
    private const int SetDescriptorFlags = 2,
        Misconfigured = 78;
    private const string Get = "GET / HTTP/1.1\r\nHost: blog\r\n\r\n";

    private readonly BlogPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("io_uring")]
    [InlineData("epoll")]
    public async Task It_serves_on_the_sockets_that_it_is_started_with(string backend)
    {
        Assert.SkipWhen(
            backend == "io_uring" && Stryke.Web.Actors.Net.Uring.UringProbe.Refusal() is not null,
            "io_uring cannot be used here."
        );
        await _place.With("STRYKE_RUNTIME__BACKEND", backend).Prepare();
        using Socket tcp = Listening(new IPEndPoint(IPAddress.Loopback, 0)),
            unix = Listening(new UnixDomainSocketEndPoint(Path.Combine(_place.Directory, "blog.sock")));
        // Who connects before the blog is there waits for it.
        using var early = await TestClient.ConnectAsync(tcp.LocalEndPoint!);
        await early.SendAsync(Get);
        await using (var blog = await BlogServer.Start(StartedWith(tcp, unix)))
        {
            Assert.Equal(((IPEndPoint)tcp.LocalEndPoint!).Port, blog.Address.Port);
            Assert.Contains($"unix:{unix.LocalEndPoint}", blog.Said, StringComparison.Ordinal);
            Assert.Contains("sockets that it was started with", blog.Said, StringComparison.Ordinal);
            Assert.Equal(200, (await early.ReadAsync()).Status);
            foreach (var endPoint in new[] { tcp.LocalEndPoint!, unix.LocalEndPoint! })
            {
                for (int i = 0; i < 20; i++)
                {
                    using var client = await TestClient.ConnectAsync(endPoint);
                    Assert.Equal(200, (await client.AskAsync(Get)).Status);
                }
            }

            // proc(5): octal; O_NONBLOCK, and O_CLOEXEC, so that no child has them.
            foreach (int fd in new[] { 3, 4 })
            {
                string flags = File.ReadLines($"/proc/{blog.ProcessId}/fdinfo/{fd}")
                    .Single(line => line.StartsWith("flags:", StringComparison.Ordinal))[6..]
                    .Trim();
                Assert.Equal(0x80800, Convert.ToInt32(flags, 8) & 0x80800);
            }

            blog.Signal(PosixSignal.SIGTERM);
            Assert.Equal(0, await blog.Exit());
        }
        Assert.True(File.Exists(Path.Combine(_place.Directory, "blog.sock")));
    }

    [Fact]
    public async Task The_service_manager_is_told_when_it_answers_and_when_it_stops()
    {
        await _place.Prepare();
        string path = Path.Combine(_place.Directory, "notify");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        manager.Bind(new UnixDomainSocketEndPoint(path));
        await using var blog = await _place.With("NOTIFY_SOCKET", path).Serve();
        Assert.Equal("READY=1", await Next());
        await blog.Page("/");
        blog.Signal(PosixSignal.SIGTERM);
        Assert.Equal("STOPPING=1", await Next());
        Assert.Equal(0, await blog.Exit());

        async Task<string> Next()
        {
            byte[] datagram = new byte[4096];
            return Encoding.UTF8.GetString(datagram, 0, await manager.ReceiveAsync(datagram));
        }
    }

    [Fact]
    public async Task A_socket_that_cannot_be_listened_on_is_named()
    {
        await _place.Prepare();
        using var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var start = StartedWith(udp);
        using var process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.Bound);
        Assert.Equal(Misconfigured, process.ExitCode);
        Assert.Contains("LISTEN_FDS: The descriptor 3 (\"name0\") is a socket for datagrams", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sockets_of_another_process_are_left_alone()
    {
        await _place.With("LISTEN_PID", "1").With("LISTEN_FDS", "2").Prepare();
        await using var blog = await _place.Serve();
        await blog.Page("/");
        Assert.DoesNotContain("started with", blog.Said, StringComparison.Ordinal);
    }

    private static Socket Listening(EndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(endPoint);
        socket.Listen();
        return socket;
    }

    // A shell that becomes the blog: only then its process id is known.
    private ProcessStartInfo StartedWith(params Socket[] sockets)
    {
        const string Script = """
            fd=3
            for socket in $SOCKETS; do
              eval "exec $fd<&$socket $socket<&-"
              fd=$((fd + 1))
            done
            unset SOCKETS
            LISTEN_PID=$$ exec "$0"
            """;
        var start = _place.StartInfo();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add(start.FileName);
        start.FileName = "bash";
        foreach (var socket in sockets)
            Assert.Equal(0, fcntl((int)socket.Handle, SetDescriptorFlags, 0));
        start.Environment["SOCKETS"] = string.Join(' ', sockets.Select(socket => socket.Handle));
        start.Environment["LISTEN_FDS"] = $"{sockets.Length}";
        start.Environment["LISTEN_FDNAMES"] = string.Join(':', sockets.Select((_, i) => $"name{i}"));
        return start;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fcntl(int fd, int command, int argument);
}
