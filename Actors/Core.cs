using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors;

/// <summary>
/// One CPU, one pinned thread, one loop. Everything that belongs to a core (connections, actors, timers, buffers) is touched by its
/// thread only, so none of it has locks. Members are for that thread unless they say otherwise.
/// </summary>
public sealed partial class Core
{
    [ThreadStatic]
    private static Core? s_current;

    private readonly TimerWheel _timers;

    internal Core(ActorSystem system, int index, int cpu, Func<Core, Reactor> createReactor)
    {
        System = system;
        Index = index;
        Cpu = cpu;
        _createReactor = createReactor;
        SynchronizationContext = new CoreSynchronizationContext(this);
        ReadClocks();
        _timers = new TimerWheel(NowMs, fault => ReportFault(fault, "timer"));
        Trimmer = new MemoryTrimmer(this, system.Options.TrimMs);
    }

    /// <summary>The core whose thread is running this; null on every other thread.</summary>
    public static Core? Current => s_current;

    /// <summary>Its place in <see cref="ActorSystem.Cores"/>.</summary>
    public int Index { get; }

    /// <summary>The CPU that its thread is pinned to; on the portable backend, which pins none, a number.</summary>
    public int Cpu { get; }

    /// <summary>The system that it is part of.</summary>
    public ActorSystem System { get; }

    /// <summary>Milliseconds of a clock that never goes back; read once per turn of the loop.</summary>
    public long NowMs { get; private set; }

    /// <summary>Wall clock time, in seconds since 1970 UTC; read once per turn of the loop.</summary>
    public long UtcNowSeconds { get; private set; }

    /// <summary>The core's byte arrays.</summary>
    public BufferPool Buffers { get; } = new();

    /// <summary>Brings continuations back to this core; current on its thread.</summary>
    public SynchronizationContext SynchronizationContext { get; }

    /// <summary>How many connections are open here. From any thread; another one sees a recent value.</summary>
    public int ConnectionCount => _reactor?.ConnectionCount ?? 0;

    /// <summary>
    /// What the core is doing, for whoever wonders why it takes so long (<see cref="ActorSystemOptions.OnStall"/>): set before code is
    /// called that is not ours, null afterwards. Read from another thread.
    /// </summary>
    public object? Activity { get; set; }

    internal Reactor Reactor => _reactor!;

    internal MemoryTrimmer Trimmer { get; }

    /// <summary>
    /// <paramref name="timer"/> elapses <paramref name="delayMs"/> milliseconds from now, never early and up to a tick (16 ms) and a
    /// turn late. One that is armed already is moved.
    /// </summary>
    public void Schedule(TimerEntry timer, long delayMs)
    {
        ArgumentNullException.ThrowIfNull(timer);
        _timers.Schedule(timer, NowMs, delayMs);
    }

    internal void ReportFault(Exception fault, string where)
    {
        try
        {
            System.Options.OnFault(fault, where);
        }
        catch (Exception)
        {
            // The reporter itself failed; there is nobody left to tell.
        }
    }

    private void ReadClocks()
    {
        long now = Environment.TickCount64;
        if (now == NowMs)
            return;
        NowMs = now;
        UtcNowSeconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    }
}
