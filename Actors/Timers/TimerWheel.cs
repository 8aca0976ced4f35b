using System.Numerics;
using Stryke.Web.Actors.Threads;

namespace Stryke.Web.Actors.Timers;

/// <summary>
/// A hashed wheel of 512 slots and 16 ms a tick. Entries that lie further ahead than one turn (8.2 s) wait in their slot for the
/// right turn. Arming, pushing back and cancelling cost a few writes: a deadline pushed back only moves the number, and the entry
/// is hung elsewhere when its old slot comes up.
/// </summary>
internal sealed class TimerWheel
{
    internal const int TickShift = 4;
    internal const int TickMs = 1 << TickShift;
    private const int Slots = 512;

    // Thirty-odd years; longer means never, and must not overflow.
    private const long LongestMs = 1L << 40;

    private readonly TimerEntry?[] _slots = new TimerEntry?[Slots];
    private readonly ulong[] _occupied = new ulong[Slots / 64];
    private readonly List<TimerEntry> _due = [];
    private readonly Action<Exception> _onFault;
    private long _tick;

    internal TimerWheel(long nowMs, Action<Exception> onFault)
    {
        _tick = nowMs >> TickShift;
        _onFault = onFault;
    }

    /// <summary>Entries that hang in the wheel, disarmed ones included.</summary>
    internal int Count { get; private set; }

    internal void Schedule(TimerEntry entry, long nowMs, long delayMs)
    {
        // Rounded up, so that an entry never elapses early; at least one tick ahead, so that a turn of the loop ends.
        long due = Math.Max((nowMs + Math.Clamp(delayMs, 0, LongestMs) + TickMs - 1) >> TickShift, _tick + 1);
        entry.DueTick = due;
        if (entry.Wheel is not null)
        {
            if (entry.LinkedTick <= due)
                return;
            entry.Wheel.Unlink(entry);
        }
        Link(entry, due);
    }

    /// <summary>Lets everything elapse that is due at <paramref name="nowMs"/>.</summary>
    internal void Advance(long nowMs)
    {
        long target = nowMs >> TickShift;
        if (target <= _tick)
            return;
        // After a long sleep every slot is visited once, not once per tick slept.
        long first = Math.Max(_tick + 1, target - Slots + 1);
        _tick = target;
        if (Count == 0)
            return;
        for (long tick = first; tick <= target; tick++)
        {
            int slot = (int)(tick & (Slots - 1));
            if ((_occupied[slot >> 6] & (1UL << (slot & 63))) != 0)
                Visit(slot, target);
        }
    }

    /// <summary>Milliseconds until the next slot that holds something, or -1 when nothing is waiting.</summary>
    internal int MsToNext(long nowMs)
    {
        if (Count == 0)
            return -1;
        int from = (int)((_tick + 1) & (Slots - 1));
        long ticks = DistanceToOccupied(from) + 1;
        return (int)Math.Max(0, ((_tick + ticks) << TickShift) - nowMs);
    }

    internal void Unlink(TimerEntry entry)
    {
        int slot = (int)(entry.LinkedTick & (Slots - 1));
        if (entry.Previous is { } previous)
            previous.Next = entry.Next;
        else if ((_slots[slot] = entry.Next) is null)
            _occupied[slot >> 6] &= ~(1UL << (slot & 63));
        if (entry.Next is { } next)
            next.Previous = entry.Previous;
        entry.Next = entry.Previous = null;
        entry.Wheel = null;
        Count--;
    }

    private void Link(TimerEntry entry, long tick)
    {
        int slot = (int)(tick & (Slots - 1));
        entry.LinkedTick = tick;
        entry.Wheel = this;
        entry.Next = _slots[slot];
        if (entry.Next is { } next)
            next.Previous = entry;
        _slots[slot] = entry;
        _occupied[slot >> 6] |= 1UL << (slot & 63);
        Count++;
    }

    private void Visit(int slot, long target)
    {
        // Entries may arm or cancel others while they elapse, in this very slot too. So first take out what is due and hang up
        // again what is not, then run; one that was armed anew or cancelled meanwhile is passed over.
        for (var entry = _slots[slot]; entry is not null; )
        {
            var next = entry.Next;
            if (entry.LinkedTick <= target)
            {
                Unlink(entry);
                if (entry.DueTick <= target)
                    _due.Add(entry);
                else if (entry.DueTick != TimerEntry.Never)
                    Link(entry, entry.DueTick);
            }
            entry = next;
        }
        foreach (var entry in _due)
        {
            if (entry.Wheel is not null || entry.DueTick > target)
                continue;
            entry.DueTick = TimerEntry.Never;
            try
            {
                entry.OnElapsed();
            }
            catch (Exception fault)
            {
                _onFault(fault);
            }
            AmbientState.Forget();
        }
        _due.Clear();
    }

    private int DistanceToOccupied(int from)
    {
        int word = from >> 6;
        ulong bits = _occupied[word] & (ulong.MaxValue << (from & 63));
        for (int i = 0; i <= _occupied.Length; i++)
        {
            if (bits != 0)
                return (((word << 6) + BitOperations.TrailingZeroCount(bits)) - from) & (Slots - 1);
            word = (word + 1) % _occupied.Length;
            bits = _occupied[word];
        }
        return Slots - 1;
    }
}
