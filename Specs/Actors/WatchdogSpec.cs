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
        var reported = new ManualResetEventSlim();
        await using var system = ActorSystem.Start(
            new ActorSystemOptions
            {
                Cpus = [0, 0],
                StallMs = 20,
                OnStall = stall =>
                {
                    lock (reports)
                        reports.Add(stall);
                    reported.Set();
                },
            }
        );
        var core = system.Cores[1];
        await core.Run(() =>
        {
            core.Activity = "something slow";
            reported.Wait();
            // Long enough for many more looks, of which none is to report again.
            Thread.Sleep(200);
            core.Activity = null;
            return 0;
        });
        lock (reports)
        {
            var report = Assert.Single(reports, stall => stall.Core == core);
            Assert.Equal("something slow", report.Activity);
            Assert.InRange(report.HeldMs, 20, long.MaxValue);
        }
        reported.Reset();
        await core.Run(() =>
        {
            reported.Wait();
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
        long heldMs = (await report.Task).HeldMs;
        Assert.InRange(heldMs, 20, Environment.TickCount64 - before);
    }
}
