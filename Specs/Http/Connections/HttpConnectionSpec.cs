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
        await using var server = new TestServer(backend, Echo);
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
    public async Task RFC9112_9_3_a_connection_persists(Backend backend)
    {
        await using var server = new TestServer(backend, Echo);
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
        await using var server = new TestServer(backend, Echo);
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
    public async Task However_requests_are_cut_into_packets_they_are_answered_alike(Backend backend)
    {
        await using var server = new TestServer(backend, Echo);
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
        await using var server = new TestServer(backend, Echo);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"HEAD /a HTTP/1.1\r\n{Host}\r\n{Get}");
        Assert.Equal("8", (await client.ReadAsync(isHead: true))["Content-Length"]);
        Assert.Equal("GET / ", (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9110_9_3_7_OPTIONS_of_the_whole_server(Backend backend)
    {
        await using var server = new TestServer(backend, Echo);
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
        await using var server = new TestServer(backend, Echo);
        using var client = await server.ConnectAsync();
        var leave = await client.AskAsync($"POST / HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue", leave.StatusLine);
        Assert.Equal("POST / hi", (await client.AskAsync("hi")).Body);
        Assert.Equal(200, (await client.AskAsync($"POST / HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: 2\r\n\r\nhi")).Status);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_6_close_is_answered_with_close_and_what_follows_ignored(Backend backend)
    {
        await using var server = new TestServer(backend, Echo);
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
        await using var server = new TestServer(backend, Echo);
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
    public async Task Large_bodies_go_both_ways(Backend backend)
    {
        await using var server = new TestServer(backend, Echo, new HttpOptions { MaxPendingOutputBytes = 10_000 });
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
    public async Task An_exception_is_a_500_that_tells_nothing_and_other_connections_go_on(Backend backend)
    {
        var faults = new List<string>();
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.AddHeader("X-Secret", "1");
                exchange.Response.Write("half an answer"u8);
                if (exchange.Request.Path == "/fault")
                {
                    throw new InvalidOperationException("secret");
                }

                exchange.Complete();
            },
            new HttpOptions { OnFault = (fault, request) => faults.Add($"{request.Path} {fault.Message}") }
        );
        using var other = await server.ConnectAsync();
        Assert.Equal(200, (await other.AskAsync(Get)).Status);
        using var client = await server.ConnectAsync();
        var response = await client.AskAsync($"GET /fault HTTP/1.1\r\n{Host}\r\n");
        Assert.Equal(500, response.Status);
        Assert.Equal("500 Internal Server Error\n", response.Body);
        Assert.Null(response["X-Secret"]);
        Assert.Equal("", await client.ReadToEndAsync());
        Assert.Equal(200, (await other.AskAsync(Get)).Status);
        Assert.Equal(["/fault secret"], faults);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Answers_that_come_later_keep_their_order(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                if (exchange.Request.Path.StartsWith("/later"))
                {
                    exchange.Response.Write("begun "u8);
                    CompleteLater(exchange);
                }
                else
                {
                    Echo(exchange);
                }
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(
            string.Concat(Enumerable.Range(0, 50).Select(i => $"GET /{(i % 2 == 0 ? "later" : "now")}{i} HTTP/1.1\r\n{Host}\r\n"))
        );
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(i % 2 == 0 ? $"begun /later{i}" : $"GET /now{i} ", (await client.ReadAsync()).Body);
        }

        Assert.Empty(server.Faults);

        static async void CompleteLater(HttpExchange exchange)
        {
            // Away from the core and, by its synchronization context, home again.
            await Task.Run(() => Thread.Yield());
            exchange.Response.Write(exchange.Request.Path);
            exchange.Complete();
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_answer_completed_by_a_foreign_thread_is_carried_home(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write("home"u8);
                ThreadPool.QueueUserWorkItem(_ => exchange.Complete());
            }
        );
        using var client = await server.ConnectAsync();
        for (int i = 0; i < 20; i++)
        {
            Assert.Equal("home", (await client.AskAsync(Get)).Body);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_earlier_answer_does_not_wait_for_a_later_one(Backend backend)
    {
        var pending = new TaskCompletionSource<HttpExchange>();
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                if (exchange.Request.Path == "/wait")
                {
                    exchange.Response.Write("late"u8);
                    pending.SetResult(exchange);
                }
                else
                {
                    Echo(exchange);
                }
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync($"{Get}GET /wait HTTP/1.1\r\n{Host}\r\n{Get}");
        Assert.Equal("GET / ", (await client.ReadAsync()).Body);
        (await pending.Task).Complete();
        Assert.Equal("late", (await client.ReadAsync()).Body);
        Assert.Equal("GET / ", (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_leaves_before_its_answer_harms_nobody(Backend backend)
    {
        var pending = new TaskCompletionSource<HttpExchange>();
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                if (exchange.Request.Path == "/wait")
                {
                    pending.SetResult(exchange);
                }
                else
                {
                    Echo(exchange);
                }
            }
        );
        var leaving = await server.ConnectAsync();
        await leaving.SendAsync($"GET /wait HTTP/1.1\r\n{Host}Cookie: a=1\r\n\r\n");
        var exchange = await pending.Task;
        leaving.Socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
        leaving.Dispose();
        while (server.Core.ConnectionCount > 0)
        {
            await Task.Delay(5);
        }

        // Another connection gets the buffer that the first one's request lay in.
        using var other = await server.ConnectAsync();
        Assert.Equal(200, (await other.AskAsync($"POST /other HTTP/1.1\r\n{Host}Content-Length: 3\r\n\r\nabc")).Status);
        string seen = await server.Core.Run(() =>
        {
            exchange.Response.Write("nobody reads this"u8);
            string cookie = Encoding.ASCII.GetString(exchange.Request.Cookie);
            exchange.Complete();
            return $"{exchange.Request.Path} {cookie}";
        });
        Assert.Equal("/wait a=1", seen);
        Assert.Equal(200, (await other.AskAsync(Get)).Status);
        Assert.Empty(server.Faults);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9112_9_6_a_half_closed_client_still_gets_its_answers(Backend backend)
    {
        await using var server = new TestServer(backend, Echo);
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
        await using var server = new TestServer(backend, Echo);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"POST / HTTP/1.1\r\n{Host}Content-Length: 10\r\n\r\nshort");
        client.EndSending();
        Assert.Equal(400, (await client.ReadAsync()).Status);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_application_may_close_the_connection(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.ClosesConnection = true;
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        Assert.Equal("close", (await client.AskAsync(Get))["Connection"]);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Every_buffer_goes_back_while_connections_idle(Backend backend)
    {
        await using var server = new TestServer(backend, Echo);
        int outstanding = await server.Core.Run(() => server.Core.Buffers.Outstanding);
        using var client = await server.ConnectAsync();
        await client.AskAsync($"POST / HTTP/1.1\r\n{Host}Content-Length: 50000\r\n\r\n{new string('a', 50_000)}");
        await client.AskAsync(Get);

        // The answer can be here before the core has put its buffers away; what is run next on the core comes after that.
        Assert.Equal(outstanding, await server.Core.Run(() => server.Core.Buffers.Outstanding));
    }

    private static void Echo(HttpExchange exchange)
    {
        exchange.Response.SetContentType(MediaTypes.Text);
        exchange.Response.Write(exchange.Request.MethodToken);
        exchange.Response.Write(" "u8);
        exchange.Response.Write(exchange.Request.RawPath);
        exchange.Response.Write(" "u8);
        exchange.Response.Write(exchange.Request.Body);
        exchange.Complete();
    }
}
