using System.Text;
using System.Text.Json;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Faults;
using Stryke.Web.Specs.Http.Http1;
using Xunit;
using static Stryke.Web.Specs.Middleware.Logging.AccessLogScene;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>The line of an exchange that ended otherwise: refused, failed, aborted or abandoned.</summary>
public sealed class AccessLogEndsSpec
{
    private readonly AccessLogScene _scene = new();

    [Theory]
    [OnEveryBackend("GET / HTTP/2.0\r\n\r\n", 505, "GET", null)]
    [OnEveryBackend("GET /a HTTP/1.1\r\n\r\n", 400, "GET", "/a")]
    [OnEveryBackend("GET /a?secret HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "GET", "/a")]
    [OnEveryBackend("GET /../a HTTP/1.1\r\nHost: x\r\n\r\n", 400, "GET", "/../a")]
    [OnEveryBackend("BREW /a HTTP/1.1\r\nHost: x\r\n\r\n", 501, "BREW", null)]
    [OnEveryBackend("\u0001", 400, null, null)]
    [OnEveryBackend("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n", 413, "POST", "/a")]
    [OnEveryBackend("POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n", 400, "POST", "/a")]
    [OnEveryBackend("GET /a HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n", 417, "GET", "/a")]
    public async Task What_the_server_refuses_is_told_with_what_was_read_of_it(
        Backend backend,
        string request,
        int status,
        string? method,
        string? path
    )
    {
        await using var server = _scene.Serve(
            backend,
            static _ => throw new InvalidOperationException("Not to be called."),
            maxBodyBytes: 10
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(request);
        var answer = await client.ReadAsync();

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal((status, status), (answer.Status, line.GetProperty("status").GetInt32()));
        Assert.Equal(
            ("refused", method, path, null),
            (Field(line, "outcome"), Field(line, "method"), Field(line, "path"), Field(line, "action"))
        );
        Assert.Equal(Encoding.UTF8.GetByteCount(answer.Body), line.GetProperty("bytes_sent").GetInt32());
        Assert.Equal("127.0.0.1", Field(line, "remote"));
    }

    [Theory]
    [OnEveryBackend("GET /slow HTT", null, 408)]
    [OnEveryBackend("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nabc", "/slow", 408)]
    public async Task So_is_what_does_not_arrive_in_time(Backend backend, string part, string? path, int status)
    {
        await using var server = _scene.Serve(backend, static exchange => exchange.Complete(), timeoutMs: 20);
        using var client = await server.ConnectAsync();
        await client.SendAsync(part);
        Assert.Equal(status, (await client.ReadAsync()).Status);

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal((status, "refused", path), (line.GetProperty("status").GetInt32(), Field(line, "outcome"), Field(line, "path")));
        Assert.InRange(line.GetProperty("duration_ms").GetDouble(), 15, double.MaxValue);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_of_the_application_is_a_500(Backend backend)
    {
        await using var server = _scene.Serve(backend, static _ => throw new InvalidOperationException("boom"));
        using var client = await server.ConnectAsync();
        await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.Equal(500, Assert.Single(await _scene.Probe.Json(1)).GetProperty("status").GetInt32());
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_streamed_answer_is_told_when_it_has_ended_with_its_length(Backend backend)
    {
        var gate = new TaskCompletionSource();
        await using var server = _scene.Serve(
            backend,
            exchange =>
            {
                exchange.Response.Status = 203;
                exchange.Response.SetSource(
                    new WrittenSource(async stream =>
                    {
                        await stream.WriteAsync(new byte[1000]);
                        await gate.Task;
                        await stream.WriteAsync(new byte[234]);
                    })
                );
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.ReadRawAsync(1000);
        Assert.Empty(_scene.Probe.Lines());

        gate.SetResult();
        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal(
            (203, 1234, "completed"),
            (line.GetProperty("status").GetInt32(), line.GetProperty("bytes_sent").GetInt32(), Field(line, "outcome"))
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_streamed_answer_that_fails_is_aborted(Backend backend)
    {
        await using var server = _scene.Serve(
            backend,
            static exchange =>
            {
                exchange.Response.SetSource(
                    new WrittenSource(static async stream =>
                    {
                        await stream.WriteAsync(new byte[100]);
                        throw new InvalidOperationException("boom");
                    })
                );
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.ReadUntilLostAsync();

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal((200, "aborted", "/stream"), (line.GetProperty("status").GetInt32(), Field(line, "outcome"), Field(line, "path")));
        Assert.InRange(line.GetProperty("bytes_sent").GetInt32(), 0, 100);
    }

    [Theory]
    [OnEveryBackend(false)]
    [OnEveryBackend(true)]
    public async Task A_client_that_leaves_a_large_answer_aborts_it_and_what_it_did_not_get_is_not_counted(Backend backend, bool isFile)
    {
        const int Length = 64 << 20;
        string path = Path.GetTempFileName();
        await using (var file = File.OpenWrite(path))
            file.SetLength(Length);
        await using var server = _scene.Serve(
            backend,
            exchange =>
            {
                exchange.Response.SetSource(
                    new WrittenSource(async stream =>
                    {
                        if (isFile)
                        {
                            using var handle = File.OpenHandle(path);
                            await stream.SendFileAsync(handle, 0, Length);
                        }
                        else
                        {
                            for (int i = 0; i < Length; i += 1 << 16)
                                await stream.WriteAsync(new byte[1 << 16]);
                        }
                    })
                );
                exchange.Complete();
            }
        );
        var client = await server.ConnectAsync();
        await client.SendAsync("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.ReadBytesAsync(1 << 16);
        FaultScene.Reset(client);

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal(("aborted", 200, "127.0.0.1"), (Field(line, "outcome"), line.GetProperty("status").GetInt32(), Field(line, "remote")));

        // What the kernel holds for a client is a few megabytes at most.
        Assert.InRange(line.GetProperty("bytes_sent").GetInt32(), 1 << 15, Length / 2);
        File.Delete(path);
    }

    [Theory]
    [OnEveryBackend("GET /wait HTTP/1.1\r\nHost: x\r\nUser-Agent: a\r\n\r\n", "/wait", "a")]
    [OnEveryBackend("POST /wait HTTP/1.1\r\nHost: x\r\nUser-Agent: a\r\nContent-Length: 10\r\n\r\nabc", "/wait", "a")]
    [OnEveryBackend("GET /wait HTTP/1.1\r\nHost: x\r\nUser-Age", "/wait", null)]
    public async Task A_request_whose_client_has_left_is_abandoned(Backend backend, string part, string path, string? agent)
    {
        await using var server = _scene.Serve(backend, static _ => { });
        var client = await server.ConnectAsync();
        await client.SendAsync(part);
        await Eventually.Sees(() => server.Core.Run(() => server.Core.Buffers.Outstanding), count => count > 0, "the request arrives");
        FaultScene.Reset(client);

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal(
            ("abandoned", path, agent, "127.0.0.1"),
            (Field(line, "outcome"), Field(line, "path"), Field(line, "user_agent"), Field(line, "remote"))
        );
        Assert.Equal(JsonValueKind.Null, line.GetProperty("status").ValueKind);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_connection_that_asks_nothing_is_not_told(Backend backend)
    {
        await using var server = _scene.Serve(backend, static exchange => exchange.Complete());
        FaultScene.Reset(await server.ConnectAsync());
        using (var client = await server.ConnectAsync())
        {
            await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            client.EndSending();
            await client.ReadToEndAsync();
        }

        await server.HasConnections(0);
        Assert.Single(_scene.Probe.Lines());
    }
}
