using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>The conformance spec: how a connection behaves over a real socket, the same on every backend.</summary>
public class HttpConnectionSpec
{
    private const string Host = "Host: x\r\n";
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<Backend> Backends => TestServer.Backends;

    public static TheoryData<Backend, string, int> Refused
    {
        get
        {
            var rows = new TheoryData<Backend, string, int>();
            foreach (var backend in Backends.Select(row => row.Data))
            {
                rows.Add(backend, "rubbish\r\n\r\n", 400);
                rows.Add(backend, "GET / HTTP/1.1\r\n\r\n", 400);
                rows.Add(backend, "GET / HTTP/1.1\r\nHost: x\nA: b\r\n\r\n", 400);
                rows.Add(backend, $"GET / HTTP/1.1\r\n{Host}A : b\r\n\r\n", 400);
                rows.Add(backend, $"GET /{new string('a', 9000)} HTTP/1.1\r\n{Host}\r\n", 414);
                rows.Add(backend, $"GET / HTTP/1.1\r\n{Host}A: {new string('a', 40_000)}\r\n\r\n", 431);
                rows.Add(backend, $"BREW / HTTP/1.1\r\n{Host}\r\n", 501);
                rows.Add(backend, $"CONNECT x:80 HTTP/1.1\r\n{Host}\r\n", 501);
                rows.Add(backend, $"GET / HTTP/2.0\r\n{Host}\r\n", 505);
                rows.Add(backend, $"POST / HTTP/1.1\r\n{Host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
                rows.Add(backend, $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
                rows.Add(backend, $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413);
                rows.Add(backend, $"POST / HTTP/1.1\r\n{Host}Content-Length: 10485761\r\n\r\n", 413);
                rows.Add(backend, $"POST / HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 10485761\r\n\r\n", 413);
                rows.Add(backend, $"POST / HTTP/1.1\r\n{Host}Expect: something\r\nContent-Length: 1\r\n\r\n", 417);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_acceptable_request_is_answered_and_the_connection_closed(Backend backend, string request, int status)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();

        // What is sent behind it must neither be taken for a request nor keep the answer from being read.
        var response = await client.AskAsync(request + Get);
        Assert.Equal(status, response.Status);
        Assert.Equal("close", response["Connection"]);
        Assert.StartsWith($"{status} {StatusLines.Reason(status)}", response.Body);
        Assert.Equal("", await client.ReadToEndAsync());
        Assert.Empty(server.Faults);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task However_requests_are_cut_into_packets_they_are_answered_alike(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        foreach (
            byte b in Encoding.ASCII.GetBytes(
                $"POST /a HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3;x=y\r\ncde\r\n0\r\nT: x\r\n\r\n{Get}"
            )
        )
        {
            await client.SendAsync([b]);
        }

        Assert.Equal("POST /a abcde", (await client.ReadAsync()).Body);
        Assert.Equal("GET / ", (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9110_9_3_2_HEAD_has_the_length_and_no_body(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"HEAD /a HTTP/1.1\r\n{Host}\r\n{Get}");
        Assert.Equal("8", (await client.ReadAsync(isHead: true))["Content-Length"]);
        Assert.Equal("GET / ", (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9110_9_3_7_OPTIONS_of_the_whole_server(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        var response = await client.AskAsync($"OPTIONS * HTTP/1.1\r\n{Host}\r\n");
        Assert.Equal(204, response.Status);
        Assert.Contains("PATCH", response["Allow"]);
        Assert.Equal("OPTIONS /a ", (await client.AskAsync($"OPTIONS /a HTTP/1.1\r\n{Host}\r\n")).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9110_10_1_1_leave_is_given_before_the_body(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        using var client = await server.ConnectAsync();
        var leave = await client.AskAsync($"POST / HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue", leave.StatusLine);
        Assert.Equal("POST / hi", (await client.AskAsync("hi")).Body);
        Assert.Equal(200, (await client.AskAsync($"POST / HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi")).Status);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Large_bodies_go_both_ways(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo, new HttpOptions { MaxPendingOutputBytes = 10_000 });
        using var client = await server.ConnectAsync();
        string body = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i:0000000}\n"));
        await client.SendAsync($"POST / HTTP/1.1\r\n{Host}Content-Length: {body.Length}\r\n\r\n{body}");
        Assert.Equal("POST / " + body, (await client.ReadAsync()).Body);

        string chunks = string.Concat(body.Chunk(7_777).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n"));
        await client.SendAsync($"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n");
        Assert.Equal("POST / " + body, (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_does_not_read_is_held_back_and_loses_nothing(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write(new string('x', 50_000));
                exchange.Response.Write(exchange.Request.Path);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        var sending = client.SendAsync(string.Concat(Enumerable.Range(0, 400).Select(i => $"GET /{i} HTTP/1.1\r\n{Host}\r\n")));
        for (int i = 0; i < 400; i++)
        {
            Assert.EndsWith($"x/{i}", (await client.ReadAsync()).Body);
        }

        await sending;
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Every_buffer_goes_back_while_connections_idle(Backend backend)
    {
        await using var server = new TestServer(backend, TestServer.Echo);
        int outstanding = await server.Core.Run(() => server.Core.Buffers.Outstanding);
        using var client = await server.ConnectAsync();
        await client.AskAsync($"POST / HTTP/1.1\r\n{Host}Content-Length: 50000\r\n\r\n{new string('a', 50_000)}");
        await client.AskAsync(Get);

        // The answer can be here before the core has put its buffers away; what is run next on the core comes after that.
        Assert.Equal(outstanding, await server.Core.Run(() => server.Core.Buffers.Outstanding));
    }
}
