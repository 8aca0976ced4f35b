using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Actors;

public sealed class ActorRefSpec
{
    private readonly record struct Question(int Number, Reply<int> Answer);

    [Fact]
    public async Task On_its_own_core_an_idle_actor_is_entered_within_the_call()
    {
        await using var test = new TestSystem();
        bool insideTheCall = await test.Core.Run(() =>
        {
            int seen = 0;
            test.Spawn<int>((_, message) => seen = message).Tell(7);
            return seen == 7;
        });
        Assert.True(insideTheCall);
    }

    [Fact]
    public async Task A_busy_actor_gets_the_message_after_the_present_one()
    {
        await using var test = new TestSystem();
        var order = await test.Core.Run(() =>
        {
            var seen = new List<string>();
            test.Spawn<int>(
                    (self, message) =>
                    {
                        seen.Add($"begin {message}");
                        if (message < 3)
                            self.Me.Tell(message + 1);
                        seen.Add($"end {message}");
                    }
                )
                .Tell(1);
            return seen;
        });
        Assert.Equal(["begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"], order);
    }

    [Fact]
    public async Task From_another_core_the_messages_of_each_sender_keep_their_order()
    {
        const int Count = 20_000;
        await using var test = new TestSystem(mailboxCapacity: 64);
        var probe = new TestProbe<(int Sender, int Number)>(test.Core);
        var senders = Enumerable
            .Range(0, 4)
            .Select(sender =>
                Task.Run(() =>
                {
                    for (int number = 0; number < Count; number++)
                    {
                        while (!probe.Ref.TryTell((sender, number)))
                            Thread.Yield();
                    }
                })
            )
            .ToArray();
        int[] next = new int[4];
        foreach (var (sender, number) in await probe.ExpectAsync(4 * Count))
            Assert.Equal(next[sender]++, number);
        await Task.WhenAll(senders);
        Assert.All(next, count => Assert.Equal(Count, count));
    }

    [Fact]
    public async Task Messages_between_two_cores_bounce_until_they_are_done()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        ActorRef<int> pong = default;
        var ping = test.Spawn<int>((_, n) => pong.Tell(n + 1));
        pong = test.Spawn<int>(
            (_, n) =>
            {
                if (n < 10_000)
                    ping.Tell(n + 1);
                else
                    probe.Ref.Tell(n);
            },
            core: test.Other
        );
        ping.Tell(0);
        Assert.InRange(await probe.ExpectAsync(), 10_000, 10_001);
    }

    [Fact]
    public async Task An_actor_only_ever_runs_on_the_thread_of_its_core()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<Core?>(test.Other);
        var actor = test.Spawn<int>((_, _) => probe.Ref.Tell(Core.Current));
        actor.Tell(1);
        await test.Other.Run(() =>
        {
            actor.Tell(2);
            return true;
        });
        Assert.All(await probe.ExpectAsync(2), core => Assert.Same(test.Core, core));
    }

    [Fact]
    public async Task A_chain_of_actors_does_not_exhaust_the_stack()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<int>(test.Core);
        await test.Core.Run(() =>
        {
            var next = probe.Ref;
            for (int i = 0; i < 100_000; i++)
            {
                var target = next;
                next = test.Spawn<int>((_, n) => target.Tell(n + 1));
            }
            next.Tell(0);
            return true;
        });
        Assert.Equal(100_000, await probe.ExpectAsync());
    }

    [Fact]
    public async Task A_full_mailbox_is_told_to_the_sender_and_nothing_is_lost_in_silence()
    {
        await using var test = new TestSystem(mailboxCapacity: 16);
        using var entered = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var last = new TaskCompletionSource();
        var seen = new List<int>();
        var actor = test.Spawn<int>(
            (_, n) =>
            {
                entered.Set();
                gate.Wait(Eventually.Bound);
                seen.Add(n);
                if (n == 16)
                    last.SetResult();
            }
        );
        actor.Tell(0);
        Assert.True(entered.Wait(Eventually.Bound), "the actor has not begun");
        int accepted = 1;
        while (actor.TryTell(accepted))
            accepted++;
        var full = Record.Exception(() => actor.Tell(-1));
        gate.Set();
        Assert.IsType<MailboxFullException>(full);
        Assert.Equal(17, accepted);
        await last.Task;
        Assert.Equal(Enumerable.Range(0, 17), seen);
    }

    [Fact]
    public async Task Ask_gives_the_answer()
    {
        await using var test = new TestSystem();
        var actor = test.Spawn<Question>((_, question) => question.Answer.SetResult(question.Number * 2));
        Assert.Equal(42, await actor.Ask<int>(reply => new Question(21, reply)));
        Assert.Equal(42, await await test.Core.Run(() => actor.Ask<int>(reply => new Question(21, reply))));
    }

    [Fact]
    public async Task Ask_gives_the_fault_that_the_actor_answers_with()
    {
        await using var test = new TestSystem();
        var actor = test.Spawn<Question>((_, question) => question.Answer.SetException(new FormatException()));
        await Assert.ThrowsAsync<FormatException>(() => actor.Ask<int>(reply => new Question(1, reply)));
    }

    [Fact]
    public async Task Ask_times_out_when_nobody_answers()
    {
        await using var test = new TestSystem();
        var actor = test.Spawn<Question>((_, _) => { });
        await Assert.ThrowsAsync<TimeoutException>(() => actor.Ask<int>(reply => new Question(1, reply), TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task A_stopped_actor_has_ended_and_what_it_is_told_is_a_dead_letter()
    {
        await using var test = new TestSystem();
        var probe = new TestProbe<string>(test.Core);
        var actor = test.Core.Spawn(
            () => new Relay<string>((_, text) => probe.Ref.Tell(text)) { Stopped = () => probe.Ref.Tell("stopped") },
            SupervisorStrategy.Default,
            "short"
        );
        actor.Tell("before");
        actor.Stop();
        Assert.Equal(["before", "stopped"], await probe.ExpectAsync(2));
        Assert.True(actor.IsStopped);
        actor.Tell("after");
        Assert.Equal(1, test.System.DeadLetters);
        await Assert.ThrowsAsync<ActorStoppedException>(() => actor.Ask<int>(_ => "too late"));
    }

    [Fact]
    public async Task Actors_stop_with_their_system_the_last_made_first()
    {
        var stopped = new List<int>();
        var test = new TestSystem(cores: 1);
        for (int i = 0; i < 3; i++)
        {
            int number = i;
            test.Core.Spawn(() => new Relay<int>((_, _) => { }) { Stopped = () => stopped.Add(number) }, SupervisorStrategy.Default, "a");
        }
        await test.DisposeAsync();
        Assert.Equal([2, 1, 0], stopped);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_says_so() => Assert.Throws<InvalidOperationException>(() => default(ActorRef<int>).Tell(1));
}
