using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>RFC 9112 §9: how long a connection persists, and in which order it answers.</summary>
public class PersistenceSpec
{
    private const string Host = "Host: x\r\n";
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_3_a_connection_persists(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        for (int i = 0; i < 10; i++)
        {
            var response = await client.AskAsync($"POST /{i} HTTP/1.1\r\n{Host}Content-Length: 5\r\n\r\nbody{i}");
            Assert.Equal($"POST /{i} body{i}", response.Body);
            Assert.Null(response["Connection"]);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_3_2_pipelined_requests_are_answered_in_order(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        var requests = Enumerable
            .Range(0, 500)
            .Select(i =>
                i % 3 == 0
                    ? $"POST /{i} HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"
                    : $"GET /{i} HTTP/1.1\r\n{Host}\r\n"
            );
        await client.SendAsync(string.Concat(requests));
        for (int i = 0; i < 500; i++)
        {
            Assert.Equal(i % 3 == 0 ? $"POST /{i} abc" : $"GET /{i} ", (await client.ReadAsync()).Body);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_6_close_is_answered_with_close_and_what_follows_ignored(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"GET /last HTTP/1.1\r\n{Host}Connection: close\r\n\r\n{Get}");
        var response = await client.ReadAsync();
        Assert.Equal("GET /last ", response.Body);
        Assert.Equal("close", response["Connection"]);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_3_HTTP_1_0_closes_unless_asked(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var keeping = await server.ConnectAsync();
        for (int i = 0; i < 2; i++)
        {
            var kept = await keeping.AskAsync("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            Assert.Equal("HTTP/1.1 200 OK", kept.StatusLine);
            Assert.Equal("keep-alive", kept["Connection"]);
        }

        using var closing = await server.ConnectAsync();
        Assert.Equal("close", (await closing.AskAsync("GET / HTTP/1.0\r\n\r\n"))["Connection"]);
        Assert.Equal("", await closing.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_6_a_half_closed_client_still_gets_its_answers(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"{Get}{Get}");
        client.EndSending();
        Assert.Equal(200, (await client.ReadAsync()).Status);
        Assert.Equal(200, (await client.ReadAsync()).Status);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_8_a_request_that_is_cut_short_is_refused(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"POST / HTTP/1.1\r\n{Host}Content-Length: 10\r\n\r\nshort");
        client.EndSending();
        Assert.Equal(400, (await client.ReadAsync()).Status);
        Assert.Equal("", await client.ReadToEndAsync());
    }
}
