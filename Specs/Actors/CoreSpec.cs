using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class CoreSpec
{
    [Fact]
    public async Task Posted_work_runs_in_the_order_in_which_one_thread_posted_it()
    {
        await using var test = new TestSystem();
        var seen = new List<int>();
        for (int i = 0; i < 10_000; i++)
        {
            int number = i;
            test.Core.Post(() => seen.Add(number));
        }
        Assert.Equal(Enumerable.Range(0, 10_000), await test.Core.Run(() => seen));
    }

    [Fact]
    public async Task No_wake_up_is_lost_when_many_threads_post()
    {
        await using var test = new TestSystem();
        int ran = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (int i = 0; i < 1000; i++)
                        {
                            // Waiting for each lets the core fall asleep in between.
                            await test.Core.Run(() => ran++);
                        }
                    })
                )
        );
        Assert.Equal(8000, ran);
    }

    [Fact]
    public async Task Work_that_throws_is_reported_and_the_core_goes_on()
    {
        await using var test = new TestSystem();
        test.Core.Post(() => throw new InvalidOperationException("posted"));
        Assert.True(await test.Core.Run(() => true));
        Assert.Equal("posted", Assert.Single(test.Faults).Fault.Message);
    }

    [Fact]
    public async Task What_one_message_leaves_in_an_AsyncLocal_is_not_seen_by_the_next()
    {
        await using var test = new TestSystem();
        var ambient = new AsyncLocal<string?>();
        var probe = new TestProbe<string?>(test.Other);
        var actor = test.Spawn<string>(
            (_, text) =>
            {
                probe.Ref.Tell(ambient.Value);
                ambient.Value = text;
            }
        );
        test.Core.Post(() => ambient.Value = "posted");
        actor.Tell("first");
        Assert.Null(await probe.ExpectAsync());
        test.Core.Post(() => probe.Ref.Tell(ambient.Value));
        Assert.Null(await probe.ExpectAsync());
    }

    [Fact]
    public async Task Run_gives_the_fault_to_who_asked()
    {
        await using var test = new TestSystem();
        await Assert.ThrowsAsync<FormatException>(() => test.Core.Run<int>(() => throw new FormatException()));
        Assert.Empty(test.Faults);
    }

    [Fact]
    public async Task Work_that_keeps_posting_itself_does_not_keep_others_waiting()
    {
        await using var test = new TestSystem();
        bool stop = false;
        void Again()
        {
            if (!stop)
                test.Core.Post(Again);
        }
        test.Core.Post(Again);
        Assert.True(await test.Core.Run(() => stop = true));
    }

    [Fact]
    public async Task A_timer_elapses_once_on_the_core_and_never_early()
    {
        await using var test = new TestSystem();
        var timer = new Alarm();
        long armedMs = await test.Core.Run(() =>
        {
            test.Core.Schedule(timer, 60);
            return test.Core.NowMs;
        });
        var (core, elapsedMs) = await timer.Elapsed.Task;
        Assert.Same(test.Core, core);
        Assert.InRange(elapsedMs - armedMs, 60, long.MaxValue);
        Assert.False(await test.Core.Run(() => timer.IsArmed));
    }

    [Fact]
    public async Task A_cancelled_timer_does_not_elapse()
    {
        await using var test = new TestSystem();
        var timer = new Alarm();
        await test.Core.Run(() =>
        {
            test.Core.Schedule(timer, 30);
            timer.Cancel();
            return true;
        });
        await Alarm.After(test.Core, 40);
        Assert.False(timer.Elapsed.Task.IsCompleted);
    }

    [Fact]
    public async Task The_clocks_move_on()
    {
        await using var test = new TestSystem();
        long before = await test.Core.Run(() => test.Core.NowMs);
        await Alarm.After(test.Core, 30);
        Assert.InRange(await test.Core.Run(() => test.Core.NowMs), before + 30, long.MaxValue);
        long utc = await test.Core.Run(() => test.Core.UtcNowSeconds);
        Assert.InRange(utc, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 5, DateTimeOffset.UtcNow.ToUnixTimeSeconds());
    }
}
