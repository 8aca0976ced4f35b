using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;
using Xunit;

namespace Stryke.Web.Specs.Actors;

/// <summary>A core that is held is reported; one that sleeps or works is not.</summary>
public class WatchdogSpec
{
    [Fact]
    public async Task A_core_that_is_held_is_reported_once_with_what_it_is_doing()
    {
        var reports = new List<StallReport>();
        using var reported = new ManualResetEventSlim();
        using var otherReported = new ManualResetEventSlim();
        await using var system = ActorSystem.Start(
            new ActorSystemOptions
            {
                Cpus = [0, 0],
                StallMs = 20,
                OnStall = stall =>
                {
                    lock (reports)
                        reports.Add(stall);
                    (stall.Core.Index == 1 ? reported : otherReported).Set();
                },
            }
        );
        var core = system.Cores[1];
        await core.Run(() =>
        {
            core.Activity = "something slow";
            Assert.True(reported.Wait(Eventually.Bound), "nothing was reported");
            // The other core is held from now on: when that is reported there has been another look at this one, which
            // is not reported again.
            system.Cores[0].Post(() => otherReported.Wait(Eventually.Bound));
            Assert.True(otherReported.Wait(Eventually.Bound), "the other core was not reported");
            core.Activity = null;
            return 0;
        });
        lock (reports)
        {
            var report = Assert.Single(reports, stall => stall.Core == core);
            Assert.Equal("something slow", report.Activity);
            Assert.InRange(report.BlockedMs, 20, long.MaxValue);
        }
        reported.Reset();
        await core.Run(() =>
        {
            Assert.True(reported.Wait(Eventually.Bound), "nothing was reported");
            return 0;
        });
    }

    [Fact]
    public async Task A_core_in_its_first_turn_is_held_since_the_first_look()
    {
        await using var system = ActorSystem.Start(new ActorSystemOptions { Cpus = [0] });
        var report = new TaskCompletionSource<StallReport>();
        long before = Environment.TickCount64;

        // Never started, so in its first turn for ever.
        using var watchdog = new Watchdog(
            [new Core(system, 1, 0, _ => throw new NotSupportedException())],
            20,
            stall => report.TrySetResult(stall)
        );
        long blockedMs = (await report.Task).BlockedMs;
        Assert.InRange(blockedMs, 20, Environment.TickCount64 - before);
    }
}
