using System.Text;
using System.Text.Json;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Specs.Faults;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Stryke.Web.Specs.Http.Proxies;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>One line for each exchange of a live server, however it ended, and what it says is what was sent.</summary>
public sealed class AccessLogSpec
{
    private readonly LogProbe _probe = new();

    [Theory]
    [OnEveryBackend]
    public async Task A_request_is_an_object_with_all_there_is_to_know(Backend backend)
    {
        await using var server = Serve(
            backend,
            exchange =>
            {
                exchange.Request.Handler = "PostsController#Show";
                exchange.Response.Status = 201;
                exchange.Response.Write("hello"u8);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);
        await client.AskAsync(
            "POST /posts/42?token=secret HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: curl/8 \"x\"\r\nReferer: /a\r\nContent-Length: 3\r\n\r\nabc"
        );

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal(
            [
                "time",
                "id",
                "trace",
                "remote",
                "method",
                "path",
                "status",
                "outcome",
                "duration_ms",
                "bytes_sent",
                "bytes_received",
                "protocol",
                "scheme",
                "host",
                "action",
                "user_agent",
                "core",
            ],
            line.EnumerateObject().Select(property => property.Name)
        );
        Assert.InRange(line.GetProperty("time").GetDateTimeOffset(), before, DateTimeOffset.UtcNow);
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z$", Text(line, "time"));
        Assert.Matches("^[0-9a-f]{24}$", Text(line, "id"));
        Assert.Matches("^[0-9a-f]{32}$", Text(line, "trace"));
        Assert.InRange(line.GetProperty("duration_ms").GetDouble(), 0, (DateTimeOffset.UtcNow - before).TotalMilliseconds);
        Assert.Equal(
            "127.0.0.1 POST /posts/42 201 completed 5 3 HTTP/1.1 http shop.example PostsController#Show curl/8 \"x\" 0",
            string.Join(
                ' ',
                line.EnumerateObject()
                    .Where(property => property.Name is not ("time" or "id" or "trace" or "duration_ms"))
                    .Select(property => property.Value.ToString())
            )
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task Query_and_referer_are_told_when_they_are_asked_for(Backend backend)
    {
        await using var server = Serve(
            backend,
            static exchange => exchange.Complete(),
            new AccessLogOptions { Query = true, Referer = true }
        );
        using var client = await server.ConnectAsync();
        await client.AskAsync("GET /?q=1%20\" HTTP/1.0\r\nReferer: http://a/?b\r\n\r\n".Replace("\"", "'"));

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal("q=1%20' http://a/?b HTTP/1.0", $"{Text(line, "query")} {Text(line, "referer")} {Text(line, "protocol")}");
        Assert.Equal(JsonValueKind.Null, line.GetProperty("host").ValueKind);
    }

    [Theory]
    [OnEveryBackend("GET", 200, 5)]
    [OnEveryBackend("HEAD", 200, 0)]
    [OnEveryBackend("GET", 204, 0)]
    [OnEveryBackend("GET", 304, 0)]
    public async Task Bytes_are_those_that_are_sent(Backend backend, string method, int status, int sent)
    {
        await using var server = Serve(
            backend,
            exchange =>
            {
                exchange.Response.Status = status;
                exchange.Response.Write("hello"u8);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.AskAsync($"{method} / HTTP/1.1\r\nHost: x\r\n\r\n");

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal((status, sent), (line.GetProperty("status").GetInt32(), line.GetProperty("bytes_sent").GetInt32()));
    }

    [Theory]
    [OnEveryBackend]
    public async Task Pipelined_and_deferred_requests_have_a_line_each_in_the_order_of_their_answers(Backend backend)
    {
        await using var server = Serve(
            backend,
            static exchange =>
            {
                if (exchange.Request.Path == "/1")
                    exchange.Core.Post(exchange.Complete);
                else
                    exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(string.Concat(Enumerable.Range(0, 3).Select(i => $"GET /{i} HTTP/1.1\r\nHost: x\r\n\r\n")));
        for (int i = 0; i < 3; i++)
            await client.ReadAsync();

        var lines = await _probe.Json(3);
        Assert.Equal(["/0", "/1", "/2"], lines.Select(line => Text(line, "path")));
        Assert.Distinct(lines.Select(line => Text(line, "id")));
    }

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
        await using var server = Serve(backend, static _ => throw new InvalidOperationException("Not to be called."), maxBodyBytes: 10);
        using var client = await server.ConnectAsync();
        await client.SendAsync(request);
        var answer = await client.ReadAsync();

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal((status, status), (answer.Status, line.GetProperty("status").GetInt32()));
        Assert.Equal(
            ("refused", method, path, null),
            (Text(line, "outcome"), Text(line, "method"), Text(line, "path"), Text(line, "action"))
        );
        Assert.Equal(Encoding.UTF8.GetByteCount(answer.Body), line.GetProperty("bytes_sent").GetInt32());
        Assert.Equal("127.0.0.1", Text(line, "remote"));
    }

    [Theory]
    [OnEveryBackend("GET /slow HTT", null, 408)]
    [OnEveryBackend("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nabc", "/slow", 408)]
    public async Task So_is_what_does_not_arrive_in_time(Backend backend, string part, string? path, int status)
    {
        await using var server = Serve(backend, static exchange => exchange.Complete(), timeoutMs: 20);
        using var client = await server.ConnectAsync();
        await client.SendAsync(part);
        Assert.Equal(status, (await client.ReadAsync()).Status);

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal((status, "refused", path), (line.GetProperty("status").GetInt32(), Text(line, "outcome"), Text(line, "path")));
        Assert.InRange(line.GetProperty("duration_ms").GetDouble(), 15, double.MaxValue);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_of_the_application_is_a_500(Backend backend)
    {
        await using var server = Serve(backend, static _ => throw new InvalidOperationException("boom"));
        using var client = await server.ConnectAsync();
        await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.Equal(500, Assert.Single(await _probe.Json(1)).GetProperty("status").GetInt32());
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_streamed_answer_is_told_when_it_has_ended_with_its_length(Backend backend)
    {
        var gate = new TaskCompletionSource();
        await using var server = Serve(
            backend,
            exchange =>
            {
                exchange.Response.Status = 203;
                exchange.Response.SetSource(
                    new Source(async stream =>
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
        Assert.Empty(_probe.Lines());

        gate.SetResult();
        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal(
            (203, 1234, "completed"),
            (line.GetProperty("status").GetInt32(), line.GetProperty("bytes_sent").GetInt32(), Text(line, "outcome"))
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_streamed_answer_that_fails_is_aborted(Backend backend)
    {
        await using var server = Serve(
            backend,
            static exchange =>
            {
                exchange.Response.SetSource(
                    new Source(static async stream =>
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

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal((200, "aborted", "/stream"), (line.GetProperty("status").GetInt32(), Text(line, "outcome"), Text(line, "path")));
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
        await using var server = Serve(
            backend,
            exchange =>
            {
                exchange.Response.SetSource(
                    new Source(async stream =>
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

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal(("aborted", 200, "127.0.0.1"), (Text(line, "outcome"), line.GetProperty("status").GetInt32(), Text(line, "remote")));

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
        await using var server = Serve(backend, static _ => { });
        var client = await server.ConnectAsync();
        await client.SendAsync(part);
        while (await server.Core.Run(() => server.Core.Buffers.Outstanding) == 0)
            await Task.Delay(1);
        FaultScene.Reset(client);

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal(
            ("abandoned", path, agent, "127.0.0.1"),
            (Text(line, "outcome"), Text(line, "path"), Text(line, "user_agent"), Text(line, "remote"))
        );
        Assert.Equal(JsonValueKind.Null, line.GetProperty("status").ValueKind);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_connection_that_asks_nothing_is_not_told(Backend backend)
    {
        await using var server = Serve(backend, static exchange => exchange.Complete());
        FaultScene.Reset(await server.ConnectAsync());
        using (var client = await server.ConnectAsync())
        {
            await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            client.EndSending();
            await client.ReadToEndAsync();
        }

        while (await server.Core.Run(() => server.Core.ConnectionCount) > 0)
            await Task.Delay(1);
        Assert.Single(_probe.Lines());
    }

    [Theory]
    [OnEveryBackend]
    public async Task Behind_a_trusted_proxy_it_is_the_client_who_is_told(Backend backend)
    {
        var proxies = new ProxyOptions { Trusted = ProxyScene.Networks("127.0.0.1/32"), XForwarded = (XForwardedFields)15 };
        await using var server = Serve(backend, static exchange => exchange.Complete(), proxies: proxies);
        using var proxy = await server.ConnectAsync();
        await proxy.AskAsync(
            "GET / HTTP/1.1\r\nHost: up\r\nX-Forwarded-For: 2001:DB8::1\r\nX-Forwarded-Proto: https\r\n"
                + "X-Forwarded-Host: shop.example\r\nX-Request-Id: abc-1\r\n"
                + "traceparent: 00-12345678901234567890123456789012-1234567890123456-01\r\n\r\n"
        );

        var line = Assert.Single(await _probe.Json(1));
        Assert.Equal(
            "2001:db8::1 https shop.example abc-1 12345678901234567890123456789012",
            $"{Text(line, "remote")} {Text(line, "scheme")} {Text(line, "host")} {Text(line, "id")} {Text(line, "trace")}"
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task Every_line_parses_whatever_the_request_held(Backend backend)
    {
        await using var server = Serve(
            backend,
            static exchange => exchange.Complete(),
            new AccessLogOptions { Query = true, Referer = true }
        );
        var random = new Random(10);
        int asked = 0;
        for (int i = 0; i < 150; i++)
        {
            using var client = await server.ConnectAsync();
            await client.SendAsync([
                .. "GET /"u8,
                .. i % 2 == 0 ? "a"u8.ToArray() : Noise(random, 12),
                .. "?"u8,
                .. i % 2 == 0 ? "b"u8.ToArray() : Noise(random, 3000),
                .. " HTTP/1.1\r\nHost: "u8,
                .. i % 2 == 0 ? "x"u8.ToArray() : Noise(random, 5),
                .. "\r\nUser-Agent: "u8,
                .. Noise(random, 2000),
                .. "\r\nReferer: "u8,
                .. Noise(random, 2000),
                .. "\r\nConnection: close\r\n\r\n"u8,
            ]);
            client.EndSending();
            if ((await client.ReadUntilLostAsync()).Length > 0)
                asked++;
        }

        // Noise may hold whole requests: at least as many lines as there were answers.
        string[] lines = _probe.Lines();
        Assert.InRange(lines.Length, asked, int.MaxValue);
        Assert.InRange(lines.Count(line => LogProbe.Parse(line).GetProperty("status").GetInt32() == 200), 20, int.MaxValue);
        Assert.All(lines, line => Assert.InRange(line.Length, 100, JsonAccessLine.MaxBytes));
    }

    [Theory]
    [OnEveryBackend]
    public async Task In_text_a_request_is_a_short_line(Backend backend)
    {
        var probe = new LogProbe(LogFormat.Text);
        await using var server = Serve(
            backend,
            static exchange =>
            {
                exchange.Request.Handler = "PostsController#Show";
                exchange.Complete();
            },
            log: probe.Log
        );
        using var client = await server.ConnectAsync();
        await client.AskAsync("GET /posts/42?token=secret HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.AskAsync($"GET /{new string('a', 5000)} HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.AskAsync("GET /b\r\n");

        string[] lines = probe.Lines();
        Assert.Matches("^GET /posts/42 → 200 in [0-9]+\\.[0-9] ms  PostsController#Show$", lines[0]);
        Assert.InRange(lines[1].Length, 1000, 1200);
        Assert.Matches("^GET - → 400 in [0-9]+\\.[0-9] ms  refused$", lines[2]);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_log_that_blocks_stops_no_request_and_what_it_drops_is_counted_exactly(Backend backend)
    {
        using var output = new Blocking();
        var log = new LogWriter(output, LogFormat.Json, laneBytes: 1 << 14);
        await using var server = Serve(backend, static exchange => exchange.Complete(), log: log);
        using var client = await server.ConnectAsync();
        const int Requests = 2000;
        for (int i = 0; i < Requests; i++)
            Assert.Equal(200, (await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).Status);
        Assert.InRange(log.Dropped, Requests / 2, Requests);

        output.Open();
        log.Flush();
        await client.AskAsync("GET /last HTTP/1.1\r\nHost: x\r\n\r\n");
        log.Flush();
        var lines = output.Lines().Select(LogProbe.Parse).ToList();
        long told = lines.Where(line => line.TryGetProperty("dropped", out _)).Sum(line => line.GetProperty("dropped").GetInt64());
        Assert.Equal(log.Dropped, told);
        Assert.Equal(Requests + 1, lines.Count(line => line.TryGetProperty("path", out _)) + told);
    }

    [Theory]
    [OnEveryBackend(LogFormat.Json)]
    [OnEveryBackend(LogFormat.Text)]
    public async Task A_line_allocates_nothing(Backend backend, LogFormat format)
    {
        var probe = new LogProbe(format);
        var allocated = new List<long>(1000);
        await using var server = Serve(
            backend,
            exchange =>
            {
                allocated.Add(GC.GetAllocatedBytesForCurrentThread());
                exchange.Complete();
            },
            log: probe.Log
        );
        using var client = await server.ConnectAsync();
        for (int i = 0; i < 300; i++)
            await client.AskAsync("GET /posts/42 HTTP/1.1\r\nHost: x\r\nUser-Agent: a\r\n\r\n");

        // To wake the thread pool costs something, now and then; a line does not.
        var costs = allocated.Skip(100).Zip(allocated.Skip(101), (a, b) => b - a).Order().ToList();
        Assert.Equal(0, costs[costs.Count / 2]);
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static byte[] Noise(Random random, int length)
    {
        byte[] bytes = new byte[random.Next(length)];
        if (random.Next(3) == 0)
        {
            random.NextBytes(bytes);
        }
        else
        {
            for (int i = 0; i < bytes.Length; i++)
                bytes[i] = (byte)random.Next(0x21, 0x7F);
        }

        return bytes;
    }

    private TestServer Serve(
        Backend backend,
        Action<HttpExchange> handle,
        AccessLogOptions? options = null,
        int maxBodyBytes = 1000,
        int timeoutMs = 10_000,
        ProxyOptions? proxies = null,
        LogWriter? log = null
    ) =>
        new(
            backend,
            handle,
            new HttpOptions
            {
                MaxBodyBytes = maxBodyBytes,
                HeadTimeoutMs = timeoutMs,
                BodyTimeoutMs = timeoutMs,
                MinBodyBytesPerSecond = int.MaxValue,
                Proxies = proxies,
                OnFault = static (_, _) => { },
            },
            observe: core => new AccessLog(core, log ?? _probe.Log, options ?? new AccessLogOptions())
        );

    private sealed class Source(Func<ResponseStream, Task> write) : ResponseSource
    {
        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted) => await write(stream);
    }

    /// <summary>An output that takes nothing until it is opened.</summary>
    private sealed class Blocking : MemoryStream
    {
        private readonly ManualResetEventSlim _open = new();

        internal void Open() => _open.Set();

        internal string[] Lines()
        {
            lock (_open)
                return Encoding.UTF8.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            _open.Wait();
            lock (_open)
                base.Write(buffer, offset, count);
        }
    }
}
