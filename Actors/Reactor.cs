namespace Stryke.Web.Actors;

/// <summary>
/// What a core waits with, and what it drives in a turn: its sockets (<c>Net/SocketReactor.cs</c>). Only the owning core calls it, except
/// <see cref="Wake"/>, <see cref="ConnectionCount"/> and <see cref="InFlight"/>.
/// </summary>
internal abstract class Reactor(Core core) : IDisposable
{
    internal Core Core { get; } = core;

    /// <summary>True when <see cref="SettleAll"/> has something to do.</summary>
    internal bool HasUnsettled { get; private protected set; }

    /// <summary>How many connections are open. Another thread sees a recent value.</summary>
    internal abstract int ConnectionCount { get; }

    /// <summary>True when there is no connection, and none can come of an accept in flight.</summary>
    internal abstract bool IsEmpty { get; }

    /// <summary>Ends the current or the next wait. From any thread.</summary>
    internal abstract void Wake();

    /// <summary>Waits until something is ready, at most this long; -1 for ever, 0 not at all.</summary>
    internal abstract void Wait(int timeoutMs);

    /// <summary>Handles everything that <see cref="Wait"/> found.</summary>
    internal abstract void Dispatch();

    /// <summary>Does what connections asked for outside of their callbacks.</summary>
    internal abstract void SettleAll();

    /// <summary>Stops accepting and asks every connection to finish.</summary>
    internal abstract void Drain();

    /// <summary>Ends all connections with a reset.</summary>
    internal abstract void Abort();

    /// <summary>What the connections are doing for their peers. Another thread may see a table that changes meanwhile.</summary>
    internal abstract IReadOnlyList<string> InFlight();

    public abstract void Dispose();
}
