using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Faults;

/// <summary>
/// A client goes away, in each phase of a request and in each way: nothing is reported, nobody is harmed, everything
/// comes back.
/// </summary>
public class PeerFaultsSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private const int LargeBytes = 16 * 1024 * 1024;

    [Theory]
    [OnEveryBackend("")]
    [OnEveryBackend("G")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost:")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n")]
    [OnEveryBackend("POST /streamed HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")]
    [OnEveryBackend("POST /streamed HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe")]
    [OnEveryBackend("POST /streamed HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n")]
    [OnEveryBackend("rubbish\r\n\r\n")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\nmore and more")]
    public async Task A_reset_while_a_request_arrives_or_after_it_was_refused(Backend backend, string bytes)
    {
        await using var scene = await StartAsync(backend);
        for (int i = 0; i < 5; i++)
        {
            var client = await scene.ConnectAsync();
            if (i % 2 == 0)
            {
                Assert.Equal(200, (await client.AskAsync(Get)).Status);
            }

            await client.SendAsync(bytes);
            await scene.BystanderIsServedAsync();
            FaultScene.Reset(client);
            await scene.BystanderIsServedAsync();
        }

        await IsQuietAsync(scene);
    }

    [Theory]
    [OnEveryBackend(false)]
    [OnEveryBackend(true)]
    public async Task A_client_that_leaves_while_its_answer_is_made(Backend backend, bool withReset)
    {
        var pending = new TaskCompletionSource<HttpExchange>();
        await using var scene = await FaultScene.StartAsync(backend, pending.SetResult);
        var client = await scene.ConnectAsync();
        await client.SendAsync(Get);
        var exchange = await pending.Task;
        Leave(client, withReset);
        await scene.BystanderIsServedAsync();
        await scene.Server.Core.Run(() =>
        {
            // Whether the connection has ended by now or not: the exchange is the application's until it completes it.
            Assert.Equal("/", exchange.Request.Path);
            exchange.Response.Write(new byte[100_000]);
            exchange.Complete();
            return true;
        });
        await IsQuietAsync(scene);
    }

    [Theory]
    [OnEveryBackend("/large", false)]
    [OnEveryBackend("/large", true)]
    [OnEveryBackend("/source", false)]
    [OnEveryBackend("/source", true)]
    [OnEveryBackend("/source/later", false)]
    [OnEveryBackend("/source/later", true)]
    public async Task A_client_that_leaves_while_a_large_answer_is_sent(Backend backend, string path, bool withReset)
    {
        await using var scene = await StartAsync(backend);
        var client = await scene.ConnectAsync();
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n{Get}");
        byte[] piece = new byte[1000];
        Assert.True(await client.Socket.ReceiveAsync(piece) > 0);
        await scene.BystanderIsServedAsync();
        Leave(client, withReset);
        await IsQuietAsync(scene);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_source_that_throws_when_it_is_told_harms_no_connection_that_comes_after(Backend backend)
    {
        var isPutAway = new TaskCompletionSource();
        await using var scene = await FaultScene.StartAsync(
            backend,
            exchange =>
            {
                if (exchange.Request.RawPath.SequenceEqual("/source"u8))
                {
                    exchange.Response.SetSource(new Endless(isSlow: false, isPutAway));
                }

                exchange.Response.AddHeader("X-Path", exchange.Request.Path);
                exchange.Complete();
            }
        );
        var client = await scene.ConnectAsync();
        await client.SendAsync("GET /source HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.True(await client.Socket.ReceiveAsync(new byte[1000]) > 0);
        FaultScene.Reset(client);
        await isPutAway.Task;
        await scene.NothingIsLeftAsync();
        Assert.Contains("told", Assert.Single(scene.Server.Faults));
        using var next = await scene.ConnectAsync();
        Assert.Equal("/next", (await next.AskAsync("GET /next HTTP/1.1\r\nHost: x\r\n\r\n"))["X-Path"]);
        Assert.Equal("/next", (await next.AskAsync("POST /next HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"))["X-Path"]);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Answers_to_a_peer_that_is_gone_are_dropped(Backend backend)
    {
        await using var scene = await StartAsync(backend);
        for (int i = 0; i < 10; i++)
        {
            var client = await scene.ConnectAsync();
            await client.SendAsync(string.Concat(Enumerable.Repeat(Get, 50)));
            Leave(client, withReset: i % 2 == 0);
        }

        await IsQuietAsync(scene);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_half_closed_peer_gets_an_answer_that_comes_later(Backend backend)
    {
        var pending = new TaskCompletionSource<HttpExchange>();
        await using var scene = await FaultScene.StartAsync(backend, pending.SetResult);
        using var client = await scene.ConnectAsync();
        await client.SendAsync(Get);
        client.EndSending();
        var exchange = await pending.Task;
        await scene.BystanderIsServedAsync();
        exchange.Complete();
        Assert.Equal(200, (await client.ReadAsync()).Status);
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        await IsQuietAsync(scene);
    }

    [Theory]
    [OnEveryBackend("Content-Length: 11\r\n\r\nhello world")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")]
    public async Task A_half_closed_peer_whose_whole_body_has_come_is_read_to_the_end(Backend backend, string framingAndBody)
    {
        var peerHasClosed = new TaskCompletionSource();
        await using var scene = await FaultScene.StartAsync(backend, ReadSlowly, static _ => BodyPlan.Stream(100));
        using var client = await scene.ConnectAsync();
        await client.SendAsync($"POST / HTTP/1.1\r\nHost: x\r\n{framingAndBody}");
        client.EndSending();

        // Twice around: the end of the client's sending was noticed, while the application had read a part of the body only.
        await scene.BystanderIsServedAsync();
        await scene.BystanderIsServedAsync();
        peerHasClosed.SetResult();
        var answer = await client.ReadAsync();
        Assert.Equal((200, "hello world"), (answer.Status, answer.Body));
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        await IsQuietAsync(scene);

        async void ReadSlowly(HttpExchange exchange)
        {
            var body = new MemoryStream();
            byte[] piece = new byte[3];
            try
            {
                for (int count; (count = await exchange.RequestBody.ReadAsync(piece)) > 0; )
                {
                    body.Write(piece, 0, count);
                    await peerHasClosed.Task;
                }
            }
            catch (RequestBodyException refused)
            {
                exchange.Response.Status = refused.Status;
            }

            exchange.Response.Write(body.ToArray());
            exchange.Complete();
        }
    }

    private static Task<FaultScene> StartAsync(Backend backend) =>
        FaultScene.StartAsync(
            backend,
            static exchange =>
            {
                var path = exchange.Request.RawPath;
                if (path.SequenceEqual("/streamed"u8))
                {
                    ReadAll(exchange);
                    return;
                }

                if (path.StartsWith("/source"u8))
                {
                    exchange.Response.SetSource(new Endless(path.EndsWith("later"u8)));
                }
                else if (path.SequenceEqual("/large"u8))
                {
                    exchange.Response.Write(new byte[LargeBytes]);
                }

                exchange.Complete();
            },
            static request => request.RawPath.SequenceEqual("/streamed"u8) ? BodyPlan.Stream(1000) : BodyPlan.Default
        );

    private static async void ReadAll(HttpExchange exchange)
    {
        try
        {
            byte[] piece = new byte[10];
            while (await exchange.RequestBody.ReadAsync(piece) > 0) { }
        }
        catch (RequestBodyException refused)
        {
            exchange.Response.Status = refused.Status;
        }

        exchange.Complete();
    }

    private static void Leave(TestClient client, bool withReset)
    {
        if (withReset)
        {
            FaultScene.Reset(client);
        }
        else
        {
            client.Dispose();
        }
    }

    private static async Task IsQuietAsync(FaultScene scene)
    {
        await scene.NothingIsLeftAsync();
        Assert.Empty(scene.Faults);
        Assert.Empty(scene.Server.Faults);
    }

    private sealed class Endless(bool isSlow, TaskCompletionSource? isPutAway = null) : ResponseSource
    {
        protected override void Dispose(bool disposing) => isPutAway?.SetResult();

        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            using var told = isPutAway is null ? default : aborted.Register(() => throw new InvalidOperationException("told"));
            byte[] piece = new byte[10_000];
            while (true)
            {
                await stream.WriteAsync(piece, aborted);
                if (isSlow)
                {
                    await Task.Yield();
                }
            }
        }
    }
}
