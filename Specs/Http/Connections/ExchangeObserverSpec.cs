using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Faults;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>An exchange is told as started once, and then as ended once, whatever becomes of it.</summary>
public sealed class ExchangeObserverSpec
{
    private readonly RecordingExchanges _exchanges = new();

    [Theory]
    [OnEveryBackend("GET /now HTTP/1.1\r\nHost: x\r\n\r\n", ExchangeOutcome.Completed, 200)]
    [OnEveryBackend("GET /later HTTP/1.1\r\nHost: x\r\n\r\n", ExchangeOutcome.Completed, 200)]
    [OnEveryBackend("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n", ExchangeOutcome.Completed, 200)]
    [OnEveryBackend("POST /now HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", ExchangeOutcome.Completed, 200)]
    [OnEveryBackend("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", ExchangeOutcome.Completed, 204)]
    [OnEveryBackend("GET /fault HTTP/1.1\r\nHost: x\r\n\r\n", ExchangeOutcome.Completed, 500)]
    [OnEveryBackend("GET / HTTP/2.0\r\n\r\n", ExchangeOutcome.Refused, 505)]
    [OnEveryBackend("\u0001", ExchangeOutcome.Refused, 400)]
    [OnEveryBackend("POST /now HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n", ExchangeOutcome.Refused, 413)]
    [OnEveryBackend("POST /now HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nz\r\n", ExchangeOutcome.Refused, 400)]
    [OnEveryBackend("GET /broken HTTP/1.1\r\nHost: x\r\n\r\n", ExchangeOutcome.Aborted, 200)]
    public async Task Every_outcome_of_an_answer(Backend backend, string request, ExchangeOutcome outcome, int status)
    {
        await using var server = Serve(backend);
        using var client = await server.ConnectAsync();
        await client.SendAsync(request);
        await _exchanges.NextEnd();
        AssertOne(outcome, status);
    }

    [Theory]
    [OnEveryBackend("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("POST /wait HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc", false)]
    [OnEveryBackend("GET /wait HTTP/1.1\r\nHost: x\r\nUser-Age", false)]
    public async Task A_client_that_leaves(Backend backend, string part, bool isAsked)
    {
        var asked = new TaskCompletionSource();
        await using var server = Serve(backend, asked);
        var client = await server.ConnectAsync();
        await client.SendAsync(part);
        if (isAsked)
            await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // What the first client sent came before, so it has been read when the second has its answer.
        using (var next = await server.ConnectAsync())
        {
            await next.AskAsync("GET /now HTTP/1.1\r\nHost: x\r\n\r\n");
            await _exchanges.NextEnd();
        }

        FaultScene.Reset(client);
        await _exchanges.NextEnd();
        var told = _exchanges.Told;
        Assert.Equal((2, 2), (told.Count(t => t.What == "started"), told.Count(t => t.What == "ended")));
        var abandoned = Assert.Single(told, t => t.What == "ended" && t.End.Outcome == ExchangeOutcome.Abandoned);
        Assert.Equal(["started", "ended"], told.Where(t => t.Trace == abandoned.Trace).Select(t => t.What));
    }

    [Theory]
    [OnEveryBackend]
    public async Task The_start_is_told_before_the_application_is_asked(Backend backend)
    {
        var known = new List<int>();
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                known.Add(_exchanges.Told.Count(t => t.What == "started" && t.Trace == exchange.Request.Trace));
                exchange.Complete();
            },
            plan: request =>
            {
                known.Add(_exchanges.Told.Count(t => t.What == "started" && t.Trace == request.Trace));
                return BodyPlan.Default;
            },
            observe: _ => _exchanges
        );
        using var client = await server.ConnectAsync();
        await client.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
        await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.Equal([1, 1, 1], known);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Pipelined_requests_are_told_one_after_the_other(Backend backend)
    {
        await using var server = Serve(backend);
        using var client = await server.ConnectAsync();
        string[] paths = ["/now", "/later", "/stream", "/now"];
        await client.SendAsync(string.Concat(paths.Select(path => $"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")));
        for (int i = 0; i < paths.Length; i++)
        {
            await client.ReadAsync();
            await _exchanges.NextEnd();
        }

        var told = _exchanges.Told;
        Assert.Equal(["started", "ended", "started", "ended", "started", "ended", "started", "ended"], told.Select(t => t.What));
        Assert.Equal(4, told.Select(t => t.Trace).Distinct().Count());
        Assert.All(told.Chunk(2), pair => Assert.Equal(pair[0].Trace, pair[1].Trace));
    }

    private void AssertOne(ExchangeOutcome outcome, int status)
    {
        var told = _exchanges.Told;
        Assert.Equal(["started", "ended"], told.Select(t => t.What));
        Assert.Equal(told[0].Trace, told[1].Trace);
        Assert.Equal((outcome, status), (told[1].End.Outcome, told[1].End.Status));
    }

    private TestServer Serve(Backend backend, TaskCompletionSource? asked = null) =>
        new(
            backend,
            exchange => Handle(exchange, asked),
            new HttpOptions { MaxBodyBytes = 10, OnFault = static (_, _) => { } },
            observe: _ => _exchanges
        );

    private static void Handle(HttpExchange exchange, TaskCompletionSource? asked)
    {
        switch (exchange.Request.Path)
        {
            case "/later":
                exchange.Core.Post(exchange.Complete);
                break;
            case "/stream":
                exchange.Response.SetSource(new Source(fails: false));
                exchange.Complete();
                break;
            case "/broken":
                exchange.Response.SetSource(new Source(fails: true));
                exchange.Complete();
                break;
            case "/fault":
                throw new InvalidOperationException("boom");
            case "/wait":
                asked?.SetResult();
                break;
            default:
                exchange.Complete();
                break;
        }
    }

    private sealed class Source(bool fails) : ResponseSource
    {
        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            await stream.WriteAsync(new byte[100]);
            await Task.Yield();
            if (fails)
                throw new InvalidOperationException("boom");
        }
    }
}
