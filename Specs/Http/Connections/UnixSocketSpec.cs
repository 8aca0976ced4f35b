using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Specs.Actors.Net;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>HTTP over a Unix socket: the peer has no address, and nothing that asks for one minds.</summary>
public sealed class UnixSocketSpec : IDisposable
{
    private const string Get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private readonly SocketPlace _place = new();

    public static TheoryData<Backend> Backends => TestServer.Backends;

    public void Dispose() => _place.Dispose();

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Requests_are_answered_and_have_no_remote_address(Backend backend)
    {
        await using var server = Start(
            backend,
            exchange =>
            {
                exchange.Response.Write(exchange.Request.RemoteEndPoint is null ? "nobody's"u8 : "somebody's"u8);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get + Get + Get);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal("nobody's", (await client.ReadAsync()).Body);
        }

        Assert.Empty(server.Faults);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_proxy_that_comes_by_it_can_be_trusted(Backend backend)
    {
        await using var server = Start(
            backend,
            exchange =>
            {
                exchange.Response.Write(System.Text.Encoding.ASCII.GetBytes($"{exchange.Request.RemoteEndPoint?.Address}"));
                exchange.Complete();
            },
            new HttpOptions { Proxies = new ProxyOptions { TrustsUnixSockets = true } }
        );
        using var client = await server.ConnectAsync();
        Assert.Equal("203.0.113.9", (await client.AskAsync("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n")).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_limit_for_an_address_holds_for_nobody(Backend backend)
    {
        await using var server = Start(backend, exchange => exchange.Complete(), new HttpOptions { MaxConnectionsPerAddress = 1 });
        using var first = await server.ConnectAsync();
        using var second = await server.ConnectAsync();
        Assert.Equal((200, 200), ((await first.AskAsync(Get)).Status, (await second.AskAsync(Get)).Status));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_takes_nothing_is_let_go_and_one_that_takes_slowly_is_not(Backend backend)
    {
        const int Length = 8 << 20;
        await using var server = Start(
            backend,
            exchange =>
            {
                exchange.Response.Write(new byte[Length]);
                exchange.Complete();
            },
            new HttpOptions { WriteTimeoutMs = 300, MinResponseBytesPerSecond = 1000 }
        );
        using var slow = await server.ConnectAsync();
        using var dead = await server.ConnectAsync();
        await slow.SendAsync(Get);
        await dead.SendAsync(Get);
        for (int rest = Length; rest > 0; rest -= Length / 16)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await slow.ReadRawAsync(Length / 16);
        }

        await server.HasConnections(1);
    }

    private TestServer Start(Backend backend, Action<HttpExchange> handle, HttpOptions? options = null) =>
        new(backend, handle, options, target: _place.EndPoint);
}
