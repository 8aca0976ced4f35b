using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors;

/// <summary>
/// Lets a core's memory follow its load down: once in a while the pool drops what it did not need since the last time, and when all cores
/// have fallen idle, the garbage collector is asked to give memory back to the system. By itself it does that only when it collects, to
/// which an idle process never brings it.
/// </summary>
internal sealed class MemoryTrimmer(Core core, int periodMs) : TimerEntry
{
    // Turns that a core makes in a period of which nobody would say that it had something to do.
    private const int IdleTurns = 64;

    // Less that may be garbage is not worth a collection, and with more than that alive all threads would be stopped for too long.
    private const long WorthCollecting = 1 << 20;
    private const long MostCollected = 256 << 20;

    private long _turn;
    private long _released;
    private long _allocated;

    // Once for each time that the cores had something to do: what other threads allocate while they are idle is no matter of theirs.
    private bool _isCollected;

    // Whether the core had next to nothing to do in the last period. Read by the first core.
    private volatile bool _isIdle;

    internal void Start() => core.Schedule(this, periodMs);

    protected internal override void OnElapsed()
    {
        core.Schedule(this, periodMs);
        _isIdle = core.Turn - _turn <= IdleTurns;
        _turn = core.Turn;
        long released = core.Buffers.Trim();
        // One core asks for all, so that they are not stopped once for each.
        var first = core.System.Cores[0].Trimmer;
        Interlocked.Add(ref first._released, released);
        if (first == this)
            CollectIfIdle();
    }

    private void CollectIfIdle()
    {
        foreach (var other in core.System.Cores)
        {
            if (other.Trimmer._isIdle)
                continue;
            _isCollected = false;
            return;
        }
        long allocated = GC.GetTotalAllocatedBytes();
        bool isWorthIt = Interlocked.Read(ref _released) + allocated - _allocated >= WorthCollecting;
        if (_isCollected || !isWorthIt || GC.GetTotalMemory(forceFullCollection: false) > MostCollected)
            return;
        _isCollected = true;
        _allocated = allocated;
        Interlocked.Exchange(ref _released, 0);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
