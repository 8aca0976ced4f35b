using Stryke.Web.Actors.Native;
using Stryke.Web.Actors.Threads;

namespace Stryke.Web.Actors;

// The life of the core's thread: start, turns, stop.
public sealed partial class Core
{
    private readonly Func<Core, Reactor> _createReactor;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Reactor? _reactor;
    private bool _isAborting;
    private bool _isHalting;
    private long _turn;

    /// <summary>Completes when the core runs; faults when its reactor cannot be made.</summary>
    internal Task Started => _started.Task;

    /// <summary>Completes when the last connection has ended after <see cref="Drain"/>.</summary>
    internal Task Drained => _drained.Task;

    /// <summary>Completes when the thread has ended.</summary>
    internal Task Ended => _ended.Task;

    /// <summary>The number of the turn that the core is in; null while it sleeps. From any thread.</summary>
    internal long? CurrentTurn => Volatile.Read(ref _sleep) == Asleep ? null : Volatile.Read(ref _turn);

    /// <summary>The number of the turn that the core is in, or was in last. On the core.</summary>
    internal long Turn => _turn;

    /// <summary>How long the core has been in its turn, in milliseconds; 0 while it sleeps. From any thread.</summary>
    internal long BlockedMs => CurrentTurn is null ? 0 : Math.Max(0, Environment.TickCount64 - NowMs);

    /// <summary>What the connections that <see cref="AbortConnections"/> aborted were at. To be read when the core has ended.</summary>
    internal List<string> AbortedRequests { get; } = [];

    /// <summary>True from the moment the system stops.</summary>
    public bool IsDraining { get; private set; }

    internal void Start() => new Thread(Main) { IsBackground = true, Name = $"stryke core {Index}" }.UnsafeStart();

    /// <summary>Stops accepting and asks every connection to finish.</summary>
    internal void Drain()
    {
        if (IsDraining)
            return;
        IsDraining = true;
        _reactor!.Drain();
        ConnectionEnded();
    }

    /// <summary>Aborts the connections that are left.</summary>
    internal void AbortConnections()
    {
        Drain();
        if (!_isAborting)
            AbortedRequests.AddRange(_reactor!.InFlight());
        _isAborting = true;
        _reactor!.Abort();
    }

    /// <summary>Aborts what is left and ends the loop.</summary>
    internal void Halt()
    {
        AbortConnections();
        _isHalting = true;
    }

    internal void ConnectionEnded()
    {
        if (IsDraining && _reactor!.IsEmpty)
            _drained.TrySetResult();
    }

    /// <summary>
    /// What the connections are at, asked by another thread of a core that is held: it may be let go meanwhile, and whatever comes of that
    /// is not worth a fault.
    /// </summary>
    internal IReadOnlyList<string> InFlightElsewhere()
    {
        try
        {
            return _reactor!.InFlight();
        }
        catch (Exception)
        {
            return [];
        }
    }

    private void Main()
    {
        s_current = this;
        AmbientState.Begin();
        SynchronizationContext.SetSynchronizationContext(SynchronizationContext);
        try
        {
            // Not everywhere can a thread be pinned, and the portable backend is the same everywhere.
            if (System.Backend != Backend.Portable)
                Affinity.TryPinCurrentThread(Cpu);
            _reactor = _createReactor(this);
        }
        catch (Exception fault)
        {
            _isOver = true;
            _started.SetException(fault);
            _ended.SetResult();
            return;
        }
        if (System.Options.TrimMs > 0)
            Trimmer.Start();
        _started.SetResult();
        while (!_isHalting || !_reactor.IsEmpty)
            TakeTurn(_reactor);
        StopActors();
        End(_reactor);
    }

    private void TakeTurn(Reactor reactor)
    {
        int timeoutMs = _local.Count > 0 ? 0 : _timers.MsToNext(NowMs);
        if (timeoutMs != 0 && !TryFallAsleep())
            timeoutMs = SpinTimeout();
        reactor.Wait(timeoutMs);
        if (timeoutMs != 0)
            WakeUp();
        Volatile.Write(ref _turn, _turn + 1);
        ReadClocks();
        try
        {
            reactor.Dispatch();
            _timers.Advance(NowMs);
            DrainInbox();
            DrainLocal();
            if (reactor.HasUnsettled)
                reactor.SettleAll();
        }
        catch (Exception fault)
        {
            // Code of others is guarded where it is called; this is ours, and still no reason to lose all the rest.
            ReportFault(fault, "core loop");
        }
    }

    private void End(Reactor reactor)
    {
        // What wakes the core must not be closed, and its number used again, under somebody who is about to use it.
        SpinWait.SpinUntil(() => Volatile.Read(ref _sleep) != Waking);
        reactor.Dispose();
        Volatile.Write(ref _isOver, true);
        Interlocked.MemoryBarrier();
        HandOverInbox();
        s_current = null;
        _ended.SetResult();
    }
}
