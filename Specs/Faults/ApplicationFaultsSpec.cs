using Stryke.Web.Actors;
using Stryke.Web.Actors.Timers;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Faults;

/// <summary>
/// An application throws, wherever it is called: its client gets a 500 or a connection that ends, it is told of once,
/// and nobody else notices.
/// </summary>
public class ApplicationFaultsSpec
{
    private const string Get = "GET /boom HTTP/1.1\r\nHost: x\r\n\r\n";
    private const string Post = "POST /boom HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody";

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_is_a_500_that_closes_and_is_told_of_once(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            static exchange =>
            {
                exchange.Response.Write("half"u8);
                throw new InvalidOperationException("boom");
            }
        );
        await IsA500(scene, Get + Get);
        Assert.Equal(["GET /boom: boom"], scene.Faults);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_after_the_answer_was_given_replaces_it(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            static exchange =>
            {
                exchange.Response.Write("whole"u8);
                exchange.Complete();
                throw new InvalidOperationException("boom");
            }
        );
        await IsA500(scene, Get);
        Assert.Equal(["GET /boom: boom"], scene.Faults);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_while_a_body_is_planned(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            static exchange => exchange.Complete(),
            static _ => throw new InvalidOperationException("boom")
        );
        await IsA500(scene, Post);
        Assert.Equal(["POST /boom: boom"], scene.Faults);
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_fault_in_the_middle_of_a_streamed_body(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            static exchange =>
            {
                Assert.True(exchange.RequestBody.ReadAsync(new byte[2]).IsCompletedSuccessfully);
                throw new InvalidOperationException("boom");
            },
            static _ => BodyPlan.Stream(100)
        );
        await IsA500(scene, Post);
        Assert.Equal(["POST /boom: boom"], scene.Faults);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Whoever_is_told_of_a_fault_may_fail_too(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            static _ => throw new InvalidOperationException("boom"),
            onFault: static (_, _) => throw new InvalidOperationException("nor I")
        );
        using var client = await scene.ConnectAsync();
        await client.SendAsync(Get);
        Assert.Equal("", await ReadWhatComes(client));
        await scene.NothingIsLeftAsync();
        Assert.Contains("nor I", Assert.Single(scene.Server.Faults));
    }

    [Theory]
    [OnEveryBackend("at once", "")]
    [OnEveryBackend("after a piece", "piece")]
    [OnEveryBackend("later", "piece")]
    [OnEveryBackend("too little", "piece")]
    [OnEveryBackend("too much", "piece")]
    public async Task A_source_that_fails_ends_its_answer_short_of_its_end(Backend backend, string when, string sent)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            exchange =>
            {
                exchange.Response.SetSource(new Failing(when));
                exchange.Complete();
            }
        );
        using var client = await scene.ConnectAsync();
        await client.SendAsync(Get + Get);
        string answer = await ReadWhatComes(client);

        // A reset may overtake what was sent; but what the client has is no whole answer.
        Assert.DoesNotContain("500", answer);
        Assert.DoesNotContain("\r\n0\r\n", answer);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 200 OK") && answer.Split("HTTP/1.1").Length == 2, answer);
        Assert.True(answer.Split("piece").Length <= (sent.Length > 0 ? 2 : 1), answer);
        await scene.NothingIsLeftAsync();
        Assert.Single(scene.Faults);
        Assert.Empty(scene.Server.Faults);
    }

    [Theory]
    [OnEveryBackend("dispose")]
    [OnEveryBackend("dispose later")]
    public async Task A_source_that_fails_when_it_is_put_away_leaves_no_connection_hanging(Backend backend, string when)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            exchange =>
            {
                exchange.Response.SetSource(new Failing(when));
                exchange.Complete();
            }
        );
        using var client = await scene.ConnectAsync();
        await client.SendAsync(Get);
        await ReadWhatComes(client);
        await scene.NothingIsLeftAsync();
        Assert.Equal(1, scene.Faults.Count() + scene.Server.Faults.Count);
    }

    [Theory]
    [OnEveryBackend("later")]
    [OnEveryBackend("dispose later")]
    public async Task Whoever_is_told_of_a_late_fault_may_fail_too_and_no_connection_hangs(Backend backend, string when)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            exchange =>
            {
                exchange.Response.SetSource(new Failing(when));
                exchange.Complete();
            },
            onFault: static (_, _) => throw new InvalidOperationException("nor I")
        );
        using var client = await scene.ConnectAsync();
        await client.SendAsync(Get);
        await ReadWhatComes(client);
        await scene.NothingIsLeftAsync();
    }

    [Theory]
    [OnEveryBackend]
    public async Task Work_that_was_posted_and_throws(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            exchange =>
            {
                exchange.Core.Post(() => throw new InvalidOperationException("posted"));
                exchange.Complete();
            }
        );
        using var client = await scene.ConnectAsync();
        Assert.Equal(200, (await client.AskAsync(Get)).Status);
        await scene.BystanderIsServedAsync();
        Assert.Contains("posted", Assert.Single(scene.Server.Faults));
        Assert.Equal(200, (await client.AskAsync(Get)).Status);
        client.Dispose();
        await scene.NothingIsLeftAsync();
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_timer_that_throws(Backend backend)
    {
        await using var scene = await FaultScene.StartAsync(
            backend,
            static exchange =>
            {
                exchange.Core.Schedule(new Bomb(), 1);
                exchange.Complete();
            }
        );
        using var client = await scene.ConnectAsync();
        Assert.Equal(200, (await client.AskAsync(Get)).Status);
        await HasFaults(1);

        Assert.Equal(200, (await client.AskAsync(Get)).Status);
        await HasFaults(2);

        Assert.All(scene.Server.Faults, fault => Assert.Contains("timer: System.InvalidOperationException: tick", fault));
        client.Dispose();
        await scene.NothingIsLeftAsync();

        Task HasFaults(int wanted) =>
            Eventually.Sees(
                async () =>
                {
                    await scene.BystanderIsServedAsync();
                    return scene.Server.Faults.Count;
                },
                count => count == wanted,
                $"{wanted} faults are reported"
            );
    }

    private static async Task IsA500(FaultScene scene, string request)
    {
        using var client = await scene.ConnectAsync();
        var answer = await client.AskAsync(request);
        Assert.Equal((500, "close", "500 Internal Server Error\n"), (answer.Status, answer["Connection"], answer.Body));
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        await scene.NothingIsLeftAsync();
        Assert.Empty(scene.Server.Faults);
    }

    private static async Task<string> ReadWhatComes(TestClient client)
    {
        try
        {
            return await client.ReadToEndAsync();
        }
        catch (System.Net.Sockets.SocketException)
        {
            return "";
        }
    }

    private sealed class Bomb : TimerEntry
    {
        protected internal override void OnElapsed() => throw new InvalidOperationException("tick");
    }

    private sealed class Failing(string when) : ResponseSource
    {
        public override long? Length =>
            when switch
            {
                "too little" => 100,
                "too much" => 7,
                _ => null,
            };

        public override ValueTask WriteTo(ResponseStream stream, CancellationToken aborted) =>
            when == "at once" ? throw new InvalidOperationException("boom") : WriteAndFail(stream);

        protected override void Dispose(bool disposing)
        {
            if (when.StartsWith("dispose"))
            {
                throw new InvalidOperationException("boom");
            }
        }

        private async ValueTask WriteAndFail(ResponseStream stream)
        {
            await stream.WriteAsync("piece"u8.ToArray());
            switch (when)
            {
                case "after a piece":
                    throw new InvalidOperationException("boom");
                case "later":
                    await Task.Yield();
                    throw new InvalidOperationException("boom");
                case "too much":
                    await stream.WriteAsync("another"u8.ToArray());
                    break;
                case "dispose later":
                    await Task.Yield();
                    break;
            }
        }
    }
}
