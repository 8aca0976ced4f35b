using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Proxies;

/// <summary>What a client can do to be taken for another.</summary>
public sealed class SpoofingSpec
{
    private const string Unchanged = "peer http upstream:3000";

    private static readonly string[] Lies =
    [
        "X-Forwarded-For: 127.0.0.1",
        "X-Forwarded-Proto: https",
        "X-Forwarded-Host: admin.example",
        "X-Forwarded-Port: 443",
        "Forwarded: for=127.0.0.1;proto=https;host=admin.example",
        "X-Real-IP: 127.0.0.1",
        "X-Request-Id: mine",
    ];

    [Theory]
    [OnEveryBackend]
    public async Task Of_one_who_is_not_trusted_nothing_is_believed_and_nothing_refused(Backend backend)
    {
        foreach (
            var proxies in new[]
            {
                null,
                new ProxyOptions
                {
                    Trusted = ProxyScene.Networks("10.0.0.0/8", "127.0.0.2/32", "::/1"),
                    Header = ForwardingHeader.Forwarded,
                },
                new ProxyOptions
                {
                    Trusted = ProxyScene.Networks("10.0.0.0/8"),
                    TrustsUnixSockets = true,
                    XForwarded = (XForwardedFields)15,
                },
            }
        )
        {
            await using var scene = ProxyScene.With(backend, proxies);
            Assert.Equal(Unchanged, await scene.AskAsync(Lies));
            Assert.Equal(Unchanged, await scene.AskAsync("Forwarded: \"", "X-Forwarded-For: rubbish"));
        }
    }

    [Theory]
    [OnEveryBackend]
    public async Task The_family_that_the_proxy_does_not_set_is_not_looked_at(Backend backend)
    {
        await using var one = ProxyScene.Forwarded(backend, "127.0.0.1/32");
        Assert.Equal("192.0.2.1 http upstream:3000", await one.AskAsync(["Forwarded: for=192.0.2.1", .. Lies[..4]]));
        Assert.Equal(Unchanged, await one.AskAsync(Lies[..4]));

        await using var other = ProxyScene.XForwarded(backend, ["127.0.0.1/32"]);
        Assert.Equal("192.0.2.1 http upstream:3000", await other.AskAsync("X-Forwarded-For: 192.0.2.1", Lies[4]));
        Assert.Equal(Unchanged, await other.AskAsync(Lies[4]));
    }

    [Theory]
    [OnEveryBackend]
    public async Task What_a_client_puts_to_the_left_or_on_lines_before_moves_nothing(Backend backend)
    {
        await using var scene = ProxyScene.XForwarded(backend, ["127.0.0.1/32", "10.0.0.0/8"]);
        foreach (
            string[] fields in new string[][]
            {
                ["X-Forwarded-For: 127.0.0.1, 198.51.100.7"],
                ["X-Forwarded-For: 127.0.0.1, 10.0.0.1, 198.51.100.7, 10.0.0.2"],
                ["X-Forwarded-For: \"rubbish, 198.51.100.7"],
                ["X-Forwarded-For: 127.0.0.1", "X-Forwarded-For: 198.51.100.7"],
                ["X-Forwarded-For: rubbish", "x-forwarded-for: 198.51.100.7"],
                ["X-Forwarded-For: 127.0.0.1", "X-FORWARDED-FOR: 198.51.100.7, 10.0.0.2", "X-Forwarded-For: ,"],
            }
        )
        {
            Assert.Equal("198.51.100.7 http upstream:3000", await scene.AskAsync(fields));
        }

        Assert.Equal("peer http upstream:3000", await scene.AskAsync("X-Forwarded-Proto: https", "X-Forwarded-Proto: http"));
    }

    [Theory]
    [OnEveryBackend]
    public async Task Lists_as_long_as_a_head_may_be_are_walked_and_longer_ones_refused(Backend backend)
    {
        await using var scene = ProxyScene.XForwarded(backend, ["127.0.0.1/32", "10.0.0.0/8"]);
        string hops = string.Join(',', Enumerable.Repeat("10.0.0.1", 3000));
        Assert.Equal("192.0.2.1 http upstream:3000", await scene.AskAsync($"X-Forwarded-For: 192.0.2.1,{hops}"));
        Assert.Equal("431", await scene.AskAsync($"X-Forwarded-For: 192.0.2.1,{hops},{hops}"));
        Assert.Equal("400", await scene.AskAsync($"X-Forwarded-Host: {new string('a', 300)}"));

        await using var forwarded = ProxyScene.Forwarded(backend, "127.0.0.1/32", "10.0.0.0/8");
        hops = string.Join(',', Enumerable.Repeat("for=10.0.0.1", 2000));
        Assert.Equal("192.0.2.1 http upstream:3000", await forwarded.AskAsync($"Forwarded: for=192.0.2.1,{hops}"));
        Assert.Equal("400", await forwarded.AskAsync($"Forwarded: for=192.0.2.1;host={new string('a', 300)}"));
        Assert.Equal("400", await forwarded.AskAsync($"Forwarded: for=\"\\{new string('1', 300)}\""));
    }

    [Theory]
    [OnEveryBackend]
    public async Task One_request_of_a_connection_leaves_nothing_to_the_next(Backend backend)
    {
        await using var scene = ProxyScene.XForwarded(backend, ["127.0.0.1/32"]);
        using var proxy = await scene.ConnectAsync();
        await proxy.SendAsync(
            "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: one.example\r\n\r\n"
                + "GET / HTTP/1.1\r\nHost: b\r\n\r\n"
                + "POST / HTTP/1.1\r\nHost: c\r\nX-Forwarded-For: 192.0.2.3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                + "GET / HTTP/1.1\r\nHost: d\r\n\r\n"
        );
        var answers = new List<string>();
        for (int i = 0; i < 4; i++)
            answers.Add((await proxy.ReadAsync()).Body);
        Assert.Equal(["192.0.2.1 https one.example", "peer http b", "192.0.2.3 http c", "peer http d"], answers);
    }

    [Theory]
    [OnEveryBackend]
    public async Task The_name_of_a_request_is_a_proxys_or_our_own(Backend backend)
    {
        static void TellId(HttpExchange exchange)
        {
            Span<byte> id = stackalloc byte[HttpRequest.MaxIdBytes];
            int length = exchange.Request.FormatId(id);
            exchange.Response.Write(id[..length]);
            exchange.Response.Write(" "u8);
            exchange.Response.Write(id[..exchange.Request.FormatId(id)]);
            exchange.Complete();
        }

        await using var stranger = ProxyScene.With(backend, null, TellId);
        await using var scene = ProxyScene.With(backend, new ProxyOptions { Trusted = ProxyScene.Networks("127.0.0.1/32") }, TellId);

        Assert.Equal("7b4c-9/a 7b4c-9/a", await scene.AskAsync("X-Request-Id: 7b4c-9/a"));
        var made = new List<string>
        {
            await stranger.AskAsync("X-Request-Id: 7b4c-9"),
            await scene.AskAsync(),
            await scene.AskAsync("X-Request-Id:"),
            await scene.AskAsync("X-Request-Id: a b"),
            await scene.AskAsync("X-Request-Id: \"}"),
            await scene.AskAsync($"X-Request-Id: {new string('a', 129)}"),
        };
        Assert.All(made, ids => Assert.Matches("^([0-9a-f]{24}) \\1$", ids));
        Assert.Distinct(made);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Where_nobody_is_trusted_nothing_is_allocated_and_where_somebody_is_neither(Backend backend)
    {
        foreach (
            var proxies in new[]
            {
                null,
                new ProxyOptions { Trusted = ProxyScene.Networks("127.0.0.1/32"), XForwarded = (XForwardedFields)15 },
            }
        )
        {
            long[] allocated = new long[3];
            await using var scene = ProxyScene.With(
                backend,
                proxies,
                exchange =>
                {
                    // Whoever wants an address as an object pays for it; whoever wants its text does not.
                    Span<byte> address = stackalloc byte[65];
                    exchange.Response.Write(address[..exchange.Request.FormatRemoteAddress(address)]);
                    exchange.Response.Write(exchange.Request.Host);
                    exchange.Complete();
                    (allocated[0], allocated[1], allocated[2]) = (allocated[1], allocated[2], GC.GetAllocatedBytesForCurrentThread());
                }
            );
            using var proxy = await scene.ConnectAsync();
            for (int i = 0; i < 100; i++)
            {
                await proxy.AskAsync(
                    "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.1, 10.0.0.1\r\nX-Forwarded-Proto: https\r\n"
                        + "X-Forwarded-Host: one.example\r\nX-Forwarded-Port: 8443\r\n\r\n"
                );
            }

            Assert.Equal(0, Math.Min(allocated[2] - allocated[1], allocated[1] - allocated[0]));
        }
    }
}
