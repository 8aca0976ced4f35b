using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Actors.Timers;
using Xunit;

namespace Stryke.Web.Specs.Actors.Timers;

public sealed class TimerWheelSpec
{
    private const int Entries = 8;

    [Fact]
    public void Every_entry_elapses_once_never_early_and_at_most_a_tick_late() =>
        Prop.ForAll<(int Entry, int Action, int Ms)[]>(steps =>
            {
                var run = new Run();
                foreach (var (entry, action, ms) in steps)
                    run.Step(Mod(entry, Entries), Mod(action, 4), Mod(ms * 131, 40_000));
                run.AdvanceTo(run.NowMs + 100_000);
                return run.Problem is null && run.NothingIsLeft
                    ? true
                    : throw new Xunit.Sdk.XunitException(run.Problem ?? "An entry is left.");
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_wait_is_never_longer_than_the_next_entry_is_away() =>
        Prop.ForAll<NonNegativeInt[]>(delays =>
            {
                var wheel = new TimerWheel(0, Rethrow);
                long first = long.MaxValue;
                foreach (var delay in delays)
                {
                    long ms = (long)delay.Get * 37 % 60_000;
                    wheel.Schedule(new Recorder(), 0, ms);
                    first = Math.Min(first, ms);
                }
                int wait = wheel.MsToNext(0);
                return delays.Length == 0 ? wait == -1 : wait >= 0 && wait <= first + (2 * TimerWheel.TickMs);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Following_the_waits_reaches_every_entry()
    {
        var wheel = new TimerWheel(0, Rethrow);
        var entry = new Recorder();
        wheel.Schedule(entry, 0, 50_000);
        long now = 0;
        int waits = 0;
        for (; entry.Elapsed == 0 && waits < 100; waits++)
            wheel.Advance(now += wheel.MsToNext(now));
        Assert.InRange(now, 50_000, 50_000 + TimerWheel.TickMs);
        // A turn of the wheel is 8 s: it comes by a few times before.
        Assert.InRange(waits, 1, 10);
    }

    [Fact]
    public void A_deadline_that_is_only_pushed_back_is_not_hung_elsewhere()
    {
        var wheel = new TimerWheel(0, Rethrow);
        var entry = new Recorder();
        wheel.Schedule(entry, 0, 100);
        long linked = entry.LinkedTick;
        for (int ms = 0; ms < 50; ms++)
            wheel.Schedule(entry, ms, 5000);
        Assert.Equal(linked, entry.LinkedTick);
        wheel.Advance(5000);
        Assert.Equal(0, entry.Elapsed);
        wheel.Advance(5100);
        Assert.Equal(1, entry.Elapsed);
    }

    [Fact]
    public void Entries_that_elapse_together_may_cancel_and_arm_each_other()
    {
        var wheel = new TimerWheel(0, Rethrow);
        var cancelled = new Recorder();
        var moved = new Recorder();
        var again = new Recorder();
        again.Then = () =>
        {
            cancelled.Cancel();
            wheel.Schedule(moved, 20, 1000);
            if (again.Elapsed < 3)
                wheel.Schedule(again, 20, 0);
        };
        // Whichever comes first, `again` is armed last and hangs first in the slot.
        wheel.Schedule(cancelled, 0, 16);
        wheel.Schedule(moved, 0, 16);
        wheel.Schedule(again, 0, 16);
        for (int now = 0; now <= 200; now += 8)
            wheel.Advance(now);
        Assert.Equal(3, again.Elapsed);
        Assert.Equal(0, cancelled.Elapsed);
        Assert.Equal(0, moved.Elapsed);
        wheel.Advance(2000);
        Assert.Equal(1, moved.Elapsed);
        Assert.Equal(0, wheel.Count);
    }

    [Fact]
    public void An_entry_that_throws_takes_no_other_with_it()
    {
        var faults = new List<Exception>();
        var wheel = new TimerWheel(0, faults.Add);
        var good = new Recorder();
        wheel.Schedule(good, 0, 16);
        wheel.Schedule(new Recorder { Then = () => throw new FormatException() }, 0, 16);
        wheel.Advance(100);
        Assert.IsType<FormatException>(Assert.Single(faults));
        Assert.Equal(1, good.Elapsed);
    }

    [Fact]
    public void The_longest_delay_is_never_and_does_not_overflow()
    {
        var wheel = new TimerWheel(1000, Rethrow);
        var entry = new Recorder();
        wheel.Schedule(entry, 1000, long.MaxValue);
        wheel.Advance(100_000_000);
        Assert.Equal(0, entry.Elapsed);
        Assert.True(entry.IsArmed);
    }

    private static int Mod(int value, int by) => (int)((uint)value % (uint)by);

    private static void Rethrow(Exception fault) => throw fault;

    private sealed class Recorder : TimerEntry
    {
        public int Elapsed { get; private set; }

        public Action Then { get; set; } = () => { };

        protected internal override void OnElapsed()
        {
            Elapsed++;
            Then();
        }
    }

    /// <summary>The wheel beside its model: a due time for each entry.</summary>
    private sealed class Run
    {
        private readonly TimerWheel _wheel = new(0, Rethrow);
        private readonly Recorder[] _entries = [.. Enumerable.Range(0, Entries).Select(_ => new Recorder())];
        private readonly long?[] _due = new long?[Entries];

        public Run()
        {
            for (int i = 0; i < Entries; i++)
            {
                int entry = i;
                _entries[i].Then = () => Elapse(entry);
            }
        }

        public long NowMs { get; private set; }

        public string? Problem { get; private set; }

        public bool NothingIsLeft => _due.All(due => due is null) && _entries.All(entry => !entry.IsArmed);

        public void Step(int entry, int action, int ms)
        {
            switch (action)
            {
                case 0:
                    _wheel.Schedule(_entries[entry], NowMs, ms);
                    _due[entry] = NowMs + ms;
                    break;
                case 1:
                    _entries[entry].Cancel();
                    _due[entry] = null;
                    break;
                case 2:
                    _entries[entry].Disarm();
                    _due[entry] = null;
                    break;
                default:
                    AdvanceTo(NowMs + ms);
                    break;
            }
        }

        public void AdvanceTo(long targetMs)
        {
            // In small steps first and one long sleep at the end, as a loop does.
            for (int i = 0; i < 20 && NowMs + 7 < targetMs; i++)
                _wheel.Advance(NowMs += 7);
            _wheel.Advance(NowMs = targetMs);
            for (int i = 0; i < Entries; i++)
            {
                if (_due[i] is { } due && due + (2 * TimerWheel.TickMs) <= NowMs)
                    Problem ??= $"Entry {i} was due at {due} ms and has not elapsed at {NowMs} ms.";
            }
        }

        private void Elapse(int entry)
        {
            if (_due[entry] is not { } due)
                Problem ??= $"Entry {entry} elapsed unasked at {NowMs} ms.";
            else if (due > NowMs)
                Problem ??= $"Entry {entry} elapsed at {NowMs} ms, before {due} ms.";
            _due[entry] = null;
        }
    }
}
