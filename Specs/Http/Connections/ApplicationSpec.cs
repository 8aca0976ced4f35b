using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>What an application may do with an exchange: answer at once, later, from another thread, never, or throw.</summary>
public class ApplicationSpec
{
    private const string Host = "Host: x\r\n";
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<Backend> Backends => TestServer.Backends;

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
                    TestServer.Echo(exchange);
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
                    TestServer.Echo(exchange);
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
                    TestServer.Echo(exchange);
                }
            }
        );
        var leaving = await server.ConnectAsync();
        await leaving.SendAsync($"GET /wait HTTP/1.1\r\n{Host}Cookie: a=1\r\n\r\n");
        var exchange = await pending.Task;
        leaving.Socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
        leaving.Dispose();
        await Eventually.Holds(() => server.Core.ConnectionCount == 0, "the connection has ended");

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
}
