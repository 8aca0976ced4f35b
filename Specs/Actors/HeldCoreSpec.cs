using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Actors;

/// <summary>A core that somebody's code holds keeps nobody but its own connections: a stop leaves it and says what it was at.</summary>
public sealed class HeldCoreSpec
{
    [Theory]
    [OnEveryBackend]
    public async Task A_stop_leaves_a_core_that_is_held_and_names_what_it_is_at(Backend backend)
    {
        using var held = new ManualResetEventSlim();
        using var isHeld = new ManualResetEventSlim();
        var system = Start(backend, cores: 2);
        system
            .Cores[1]
            .Post(() =>
            {
                system.Cores[1].Activity = "a long story";
                isHeld.Set();
                held.Wait(Eventually.Bound);
            });
        Assert.True(isHeld.Wait(Eventually.Bound), "the core has not begun");
        var report = await system.StopAsync(TimeSpan.FromMilliseconds(50));
        var stall = Assert.Single(report.BlockedCores);
        Assert.Equal((system.Cores[1], "a long story"), (stall.Core, stall.Activity));
        Assert.True(stall.BlockedMs >= 1000);
        Assert.Empty(report.AbortedRequests);
        Assert.True(system.Cores[0].HasEnded);

        // Let go, it ends as well.
        held.Set();
        await system.Cores[1].Ended;
    }

    [Theory]
    [OnEveryBackend]
    public async Task A_core_that_only_takes_its_time_is_waited_for(Backend backend)
    {
        var system = Start(backend, cores: 1);
        using var isHeld = new ManualResetEventSlim();
        using var held = new ManualResetEventSlim();
        system
            .Cores[0]
            .Post(() =>
            {
                isHeld.Set();
                held.Wait(Eventually.Bound);
            });
        Assert.True(isHeld.Wait(Eventually.Bound), "the core has not begun");
        var stopping = system.StopAsync(TimeSpan.Zero);
        Assert.False(stopping.IsCompleted);
        held.Set();
        var report = await stopping;
        Assert.Empty(report.BlockedCores);
        Assert.True(system.Cores[0].HasEnded);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Requests_that_are_cut_off_are_named(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            static exchange =>
            {
                if (exchange.Request.RawPath.SequenceEqual("/"u8))
                    exchange.Complete();
            }
        );
        using var waiting = await server.ConnectAsync();
        await waiting.SendAsync("GET /wait?secret HTTP/1.1\r\nHost: x\r\n\r\n");
        using var idle = await server.ConnectAsync();
        Assert.Equal(200, (await idle.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).Status);
        var report = await server.System.StopAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["GET /wait"], report.AbortedRequests);
        Assert.Empty(report.BlockedCores);
    }

    private static ActorSystem Start(Backend backend, int cores)
    {
        try
        {
            return ActorSystem.Start(
                new ActorSystemOptions
                {
                    Backend = backend,
                    Cpus = new int[cores],
                    StallMs = 0,
                }
            );
        }
        catch (PlatformNotSupportedException refusal)
        {
            Assert.Skip($"{backend} is not to be had on this machine: {refusal.Message}");
            throw;
        }
    }
}
