namespace Stryke.Web.Actors.Timers;

/// <summary>
/// Something that a core does later. The entry is itself the link in the core's timer wheel, so arming it allocates nothing.
/// It belongs to one core and is armed with <see cref="Core.Schedule"/>.
/// </summary>
public abstract class TimerEntry
{
    internal const long Never = long.MaxValue;

    internal TimerEntry? Next;
    internal TimerEntry? Previous;
    internal TimerWheel? Wheel;

    /// <summary>When it is to elapse, in ticks; may lie after <see cref="LinkedTick"/> when it was pushed back.</summary>
    internal long DueTick = Never;

    /// <summary>The tick under which it hangs in the wheel.</summary>
    internal long LinkedTick;

    /// <summary>True from the moment it is armed until it elapses or is cancelled.</summary>
    public bool IsArmed => DueTick != Never;

    /// <summary>Called on the core when the time has come; it may arm itself again.</summary>
    protected internal abstract void OnElapsed();

    /// <summary>Takes the entry out of the wheel. Does nothing when it is not armed.</summary>
    public void Cancel()
    {
        DueTick = Never;
        Wheel?.Unlink(this);
    }

    /// <summary>Like <see cref="Cancel"/>, but leaves the link for the next arming: two writes instead of a relink.</summary>
    internal void Disarm() => DueTick = Never;
}
