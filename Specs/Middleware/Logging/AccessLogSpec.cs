using System.Text.Json;
using Stryke.Web.Actors;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Specs.Http.Http1;
using Stryke.Web.Specs.Http.Proxies;
using Xunit;
using static Stryke.Web.Specs.Middleware.Logging.AccessLogScene;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>One line for each exchange of a live server, and what it says is what was sent.</summary>
public sealed class AccessLogSpec
{
    private readonly AccessLogScene _scene = new();

    [Theory]
    [OnEveryBackend]
    public async Task A_request_is_an_object_with_all_there_is_to_know(Backend backend)
    {
        await using var server = _scene.Serve(
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
            "POST /posts/42?token=secret HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: curl/8 \"x\"\r\nReferer: /a\r\n"
                + "Content-Length: 3\r\n\r\nabc"
        );

        var line = Assert.Single(await _scene.Probe.Json(1));
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
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z$", Field(line, "time"));
        Assert.Matches("^[0-9a-f]{24}$", Field(line, "id"));
        Assert.Matches("^[0-9a-f]{32}$", Field(line, "trace"));
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
        await using var server = _scene.Serve(
            backend,
            static exchange => exchange.Complete(),
            new AccessLogOptions { Query = true, Referer = true }
        );
        using var client = await server.ConnectAsync();
        await client.AskAsync("GET /?q=1%20\" HTTP/1.0\r\nReferer: http://a/?b\r\n\r\n".Replace("\"", "'"));

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal("q=1%20' http://a/?b HTTP/1.0", $"{Field(line, "query")} {Field(line, "referer")} {Field(line, "protocol")}");
        Assert.Equal(JsonValueKind.Null, line.GetProperty("host").ValueKind);
    }

    [Theory]
    [OnEveryBackend("GET", 200, 5)]
    [OnEveryBackend("HEAD", 200, 0)]
    [OnEveryBackend("GET", 204, 0)]
    [OnEveryBackend("GET", 304, 0)]
    public async Task Bytes_are_those_that_are_sent(Backend backend, string method, int status, int sent)
    {
        await using var server = _scene.Serve(
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

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal((status, sent), (line.GetProperty("status").GetInt32(), line.GetProperty("bytes_sent").GetInt32()));
    }

    [Theory]
    [OnEveryBackend]
    public async Task Pipelined_and_deferred_requests_have_a_line_each_in_the_order_of_their_answers(Backend backend)
    {
        await using var server = _scene.Serve(
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

        var lines = await _scene.Probe.Json(3);
        Assert.Equal(["/0", "/1", "/2"], lines.Select(line => Field(line, "path")));
        Assert.Distinct(lines.Select(line => Field(line, "id")));
    }

    [Theory]
    [OnEveryBackend]
    public async Task Behind_a_trusted_proxy_it_is_the_client_who_is_told(Backend backend)
    {
        var proxies = new ProxyOptions { Trusted = ProxyScene.Networks("127.0.0.1/32"), XForwarded = (XForwardedFields)15 };
        await using var server = _scene.Serve(backend, static exchange => exchange.Complete(), proxies: proxies);
        using var proxy = await server.ConnectAsync();
        await proxy.AskAsync(
            "GET / HTTP/1.1\r\nHost: up\r\nX-Forwarded-For: 2001:DB8::1\r\nX-Forwarded-Proto: https\r\n"
                + "X-Forwarded-Host: shop.example\r\nX-Request-Id: abc-1\r\n"
                + "traceparent: 00-12345678901234567890123456789012-1234567890123456-01\r\n\r\n"
        );

        var line = Assert.Single(await _scene.Probe.Json(1));
        Assert.Equal(
            "2001:db8::1 https shop.example abc-1 12345678901234567890123456789012",
            $"{Field(line, "remote")} {Field(line, "scheme")} {Field(line, "host")} {Field(line, "id")} {Field(line, "trace")}"
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task Every_line_parses_whatever_the_request_held(Backend backend)
    {
        await using var server = _scene.Serve(
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
        string[] lines = _scene.Probe.Lines();
        Assert.InRange(lines.Length, asked, int.MaxValue);
        Assert.InRange(lines.Count(line => LogProbe.Parse(line).GetProperty("status").GetInt32() == 200), 20, int.MaxValue);
        Assert.All(lines, line => Assert.InRange(line.Length, 100, JsonAccessLine.MaxBytes));
    }

    [Theory]
    [OnEveryBackend]
    public async Task In_text_a_request_is_a_short_line(Backend backend)
    {
        var probe = new LogProbe(LogFormat.Text);
        await using var server = _scene.Serve(
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
}
