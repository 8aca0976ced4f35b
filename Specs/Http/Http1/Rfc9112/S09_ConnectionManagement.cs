using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §9, Connection Management: which connections persist, in what order they answer, how they end.</summary>
public class S09_ConnectionManagement(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("HTTP/1.1", "", true)]
    [OnEveryBackend("HTTP/1.1", "Connection: keep-alive\r\n", true)]
    [OnEveryBackend("HTTP/1.1", "Connection: close\r\n", false)]
    [OnEveryBackend("HTTP/1.1", "connection:CLOSE\r\n", false)]
    [OnEveryBackend("HTTP/1.1", "Connection: a, \t close ,b\r\n", false)]
    [OnEveryBackend("HTTP/1.1", "Connection: ,,close,\r\n", false)]
    [OnEveryBackend("HTTP/1.1", "Connection: keep-alive\r\nConnection: close\r\n", false)]
    [OnEveryBackend("HTTP/1.1", "Connection: close\r\nConnection: keep-alive\r\n", false)]
    [OnEveryBackend("HTTP/1.1", "Connection: closed\r\n", true)]
    [OnEveryBackend("HTTP/1.1", "Connection: \"close\"\r\n", true)]
    [OnEveryBackend("HTTP/1.1", "Connection:\r\n", true)]
    [OnEveryBackend("HTTP/1.1", "Proxy-Connection: close\r\n", true)]
    [OnEveryBackend("HTTP/1.1", "Keep-Alive: timeout=0\r\n", true)]
    [OnEveryBackend("HTTP/1.0", "", false)]
    [OnEveryBackend("HTTP/1.0", "Connection: keep-alive\r\n", true)]
    [OnEveryBackend("HTTP/1.0", "Connection: Keep-Alive, x\r\n", true)]
    [OnEveryBackend("HTTP/1.0", "Connection: keep-alive, close\r\n", false)]
    [OnEveryBackend("HTTP/1.0", "Connection: x\r\n", false)]
    [OnEveryBackend("HTTP/1.0", "Proxy-Connection: keep-alive\r\n", false)]
    public async Task S9_3_persistence(Backend backend, string version, string fields, bool persists)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync($"GET /a {version}\r\n{Host}{fields}\r\nGET /b HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");
        var first = await client.ReadAsync();
        Assert.Equal("GET /a x ", first.Body);
        Assert.Equal(
            !persists ? "close"
                : version == "HTTP/1.0" ? "keep-alive"
                : null,
            first["Connection"]
        );
        if (persists)
        {
            Assert.Equal("GET /b x ", (await client.ReadAsync()).Body);
        }

        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 0)]
    [OnEveryBackend("GET / HTTP/1.0\r\n\r\n", 0)]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\na", 1)]
    public async Task S9_6_a_client_that_may_send_more_is_waited_for_and_one_that_said_it_will_not_is_let_go(
        Backend backend,
        string request,
        int left
    )
    {
        await using var server = new TestServer(backend, static exchange => exchange.Complete());
        using var client = await server.ConnectAsync();
        await client.SendAsync(request);
        Assert.Equal(200, (await OnlyAnswer(client)).Status);

        // The client has read the end and keeps its own side open.
        await server.Core.Run(() => 0);
        Assert.Equal(left, server.Core.ConnectionCount);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S9_3_2_pipelined_requests_are_answered_in_order_and_the_last_one_is_the_last(Backend backend)
    {
        using var client = await ConnectAsync(backend);
        var requests = new StringBuilder();
        for (int i = 0; i < 300; i++)
        {
            requests.Append(
                (i % 4) switch
                {
                    0 => $"GET /{i} HTTP/1.1\r\n{Host}\r\n",
                    1 => $"POST /{i} HTTP/1.1\r\n{Host}Content-Length: 3\r\n\r\nabc",
                    2 => $"POST /{i} HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2;x\r\nbc\r\n0\r\nT: t\r\n\r\n",
                    _ => $"GET /{i} HTTP/1.0\r\n{Host}Connection: keep-alive\r\n\r\n",
                }
            );
        }

        await client.SendAsync($"{requests}GET /last HTTP/1.1\r\n{Host}Connection: close\r\n\r\nGET /after HTTP/1.1\r\n{Host}\r\n");
        for (int i = 0; i < 300; i++)
        {
            Assert.Equal(i % 4 is 1 or 2 ? $"POST /{i} x abc" : $"GET /{i} x ", (await client.ReadAsync()).Body);
        }

        Assert.Equal("GET /last x ", (await OnlyAnswer(client)).Body);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S9_3_2_answers_before_a_refusal_are_sent_and_none_after_it(Backend backend)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync(
            $"GET /1 HTTP/1.1\r\n{Host}\r\nGET /2 HTTP/1.1\r\n{Host}\r\nGET /3 HTTP/1.1\r\n\r\nGET /4 HTTP/1.1\r\n{Host}\r\n"
        );
        Assert.Equal("GET /1 x ", (await client.ReadAsync()).Body);
        Assert.Equal("GET /2 x ", (await client.ReadAsync()).Body);
        Assert.Equal(400, (await OnlyAnswer(client)).Status);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S9_3_2_an_answer_that_comes_later_holds_back_those_behind_it(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            async exchange =>
            {
                string path = exchange.Request.Path;
                if (path.StartsWith("/later"))
                {
                    await Task.Yield();
                }

                exchange.Response.Write(path);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(
            string.Concat(Enumerable.Range(0, 60).Select(i => $"GET /{(i % 3 == 0 ? "later" : "now")}/{i} HTTP/1.1\r\n{Host}\r\n"))
        );
        for (int i = 0; i < 60; i++)
        {
            Assert.Equal($"/{(i % 3 == 0 ? "later" : "now")}/{i}", (await client.ReadAsync()).Body);
        }
    }

    [Theory]
    [OnEveryBackend]
    public async Task S9_6_a_refused_client_that_goes_on_sending_can_still_read_why(Backend backend)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync($"POST / HTTP/1.1\r\n{Host}Content-Length: 999999999\r\n\r\n");

        // Data on a socket that was closed would be answered with a reset, which takes the answer from the client's buffer.
        for (int i = 0; i < 20; i++)
        {
            await client.SendAsync(new byte[10_000]);
        }

        Assert.Equal(413, (await OnlyAnswer(client)).Status);
    }
}
