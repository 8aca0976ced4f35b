using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class SupervisionSpec
{
    [Fact]
    public async Task Resume_keeps_the_instance_and_loses_the_message()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        var counter = Counter(test, probe, SupervisorStrategy.AlwaysResume);
        foreach (int n in new[] { 1, -1, 2 })
            counter.Tell(n);
        Assert.Equal([1, 3], await probe.ExpectAsync(2));
        Assert.Single(test.Faults);
    }

    [Fact]
    public async Task Restart_makes_a_new_instance_and_keeps_mailbox_and_reference()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        var counter = Counter(test, probe, SupervisorStrategy.Default);
        foreach (int n in new[] { 1, 2, -1, 5 })
            counter.Tell(n);
        Assert.Equal([1, 3, 5], await probe.ExpectAsync(3));
    }

    [Fact]
    public async Task Stop_ends_it_and_leaves_the_rest_as_dead_letters()
    {
        await using var test = new TestSystem();
        var actor = await test.Core.Run(() =>
        {
            var made = test.Spawn<int>(
                (self, n) =>
                {
                    if (n == 1)
                    {
                        self.Me.Tell(2);
                        throw new InvalidOperationException("one");
                    }
                },
                SupervisorStrategy.AlwaysStop
            );
            made.Tell(1);
            return made;
        });
        Assert.True(actor.IsStopped);
        Assert.Equal(1, test.System.DeadLetters);
    }

    [Fact]
    public async Task The_order_of_life_is_start_restart_start_stop()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<string>(test.Other);
        var actor = test.Core.Spawn(
            () =>
                new Relay<string>(
                    (self, text) =>
                    {
                        if (text == "end")
                            self.End();
                        else
                            throw new InvalidOperationException(text);
                    }
                )
                {
                    Started = () => probe.Ref.Tell("start"),
                    Restarting = fault => probe.Ref.Tell(fault.Message),
                    Stopped = () => probe.Ref.Tell("stop"),
                },
            SupervisorStrategy.Default,
            "life"
        );
        actor.Tell("fault");
        actor.Tell("end");
        Assert.Equal(["start", "fault", "start", "stop"], await probe.ExpectAsync(4));
    }

    [Fact]
    public async Task More_restarts_than_the_window_allows_stop_it()
    {
        await using var test = new TestSystem();
        var strategy = new SupervisorStrategy { MaxRestarts = 3, RestartWindow = TimeSpan.FromHours(1) };
        var actor = await test.Core.Run(() =>
        {
            var made = test.Spawn<int>((_, _) => throw new InvalidOperationException(), strategy);
            for (int i = 0; i < 3; i++)
                made.Tell(i);
            return made;
        });
        Assert.False(actor.IsStopped);
        Assert.True(
            await test.Core.Run(() =>
            {
                actor.Tell(4);
                return actor.IsStopped;
            })
        );
    }

    [Fact]
    public async Task Restarts_of_an_earlier_window_are_forgotten()
    {
        await using var test = new TestSystem();
        var strategy = new SupervisorStrategy { MaxRestarts = 1, RestartWindow = TimeSpan.FromMilliseconds(1) };
        var actor = test.Spawn<int>((_, _) => throw new InvalidOperationException(), strategy);
        for (int i = 0; i < 3; i++)
        {
            await test.Core.Run(() => actor.TryTell(i));
            await Alarm.After(test.Core, 2);
        }
        Assert.Equal(3, test.Faults.Count);
        Assert.False(actor.IsStopped);
    }

    [Fact]
    public async Task Back_off_lets_messages_wait_until_the_restart()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Other);
        var strategy = new SupervisorStrategy { BackOff = TimeSpan.FromMilliseconds(200) };
        var counter = Counter(test, probe, strategy);
        long before = Environment.TickCount64;
        counter.Tell(-1);
        counter.Tell(9);
        Assert.Equal(9, await probe.ExpectAsync());
        // The loop's clock may be a turn and a few milliseconds of coarseness behind.
        Assert.InRange(Environment.TickCount64 - before, 150, long.MaxValue);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(4, 800)]
    [InlineData(5, 1000)]
    [InlineData(int.MaxValue, 1000)]
    public void Back_off_doubles_up_to_its_limit(int restart, long expectedMs)
    {
        var strategy = new SupervisorStrategy { BackOff = TimeSpan.FromMilliseconds(100), MaxBackOff = TimeSpan.FromSeconds(1) };
        Assert.Equal(expectedMs, strategy.BackOffMs(restart));
    }

    [Fact]
    public async Task What_cannot_start_is_tried_again_later_and_not_for_ever()
    {
        await using var test = new TestSystem();
        int tries = 0;
        var probe = new TestProbe<int>(test.Other);
        var actor = test.Core.Spawn<int>(
            () => ++tries < 3 ? throw new InvalidOperationException("not yet") : new Relay<int>((_, n) => probe.Ref.Tell(n)),
            SupervisorStrategy.Default,
            "late"
        );
        actor.Tell(1);
        Assert.Equal(1, await probe.ExpectAsync());
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task An_escalated_fault_is_the_parents_and_its_restart_stops_the_children()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<string>(test.Other);
        ActorRef<int> child = default;
        var parent = test.Core.Spawn(
            () =>
                new Relay<int>(
                    (self, n) =>
                        child = self.Child(
                            () =>
                                new Relay<int>((_, _) => throw new InvalidOperationException("child"))
                                {
                                    Stopped = () => probe.Ref.Tell("child stopped"),
                                },
                            SupervisorStrategy.AlwaysEscalate
                        )
                )
                {
                    Restarting = fault => probe.Ref.Tell($"parent: {fault.Message}"),
                },
            SupervisorStrategy.Default,
            "parent"
        );
        parent.Tell(0);
        await test.Core.Run(() =>
        {
            child.Tell(0);
            return true;
        });
        Assert.Equal(["child stopped", "parent: child"], await probe.ExpectAsync(2));
        Assert.True(child.IsStopped);
        Assert.False(parent.IsStopped);
    }

    [Fact]
    public async Task Children_stop_with_their_parent_and_before_it()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<string>(test.Other);
        var parent = test.Core.Spawn(
            () =>
                new Relay<int>(
                    (self, _) =>
                        self.Child(
                            () => new Relay<int>((_, _) => { }) { Stopped = () => probe.Ref.Tell("child") },
                            SupervisorStrategy.Default
                        )
                )
                {
                    Stopped = () => probe.Ref.Tell("parent"),
                },
            SupervisorStrategy.Default,
            "parent"
        );
        parent.Tell(0);
        parent.Stop();
        Assert.Equal(["child", "parent"], await probe.ExpectAsync(2));
    }

    [Fact]
    public async Task A_fault_leaves_the_core_and_its_other_actors_alone()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        test.Spawn<int>((_, _) => throw new InvalidOperationException("culprit"), SupervisorStrategy.AlwaysStop).Tell(1);
        test.Spawn<int>((_, n) => probe.Ref.Tell(n)).Tell(2);
        Assert.Equal(2, await probe.ExpectAsync());
        Assert.Equal("core0/relay", Assert.Single(test.Faults).Where);
    }

    /// <summary>Adds up what it is told and tells the sum; throws at -1.</summary>
    private static ActorRef<int> Counter(TestSystem test, TestProbe<int> probe, SupervisorStrategy strategy) =>
        test.Core.Spawn<int>(
            () =>
            {
                int sum = 0;
                return new Relay<int>(
                    (_, n) =>
                    {
                        if (n < 0)
                            throw new InvalidOperationException("negative");
                        probe.Ref.Tell(sum += n);
                    }
                );
            },
            strategy,
            "counter"
        );
}
