using Stryke.Web.Actors.Net.Portable;
using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// A listener's share of one core: its listening socket there, the factory for its connections, and the closed ones that may be used
/// again. Out of descriptors, it pauses and tries again later: the waiting connection keeps the socket readable, and asking again at
/// once would spin.
/// </summary>
internal sealed class Acceptor(Core core, int fd, ConnectionFactory factory, ListenerOptions options, ConnectionQuota quota) : TimerEntry
{
    internal const int PauseMs = 100;
    private const int MostKept = 1024;

    private readonly Stack<ConnectionActor> _reusable = new();

    internal int Fd { get; private set; } = fd;

    internal ListenerOptions Options { get; } = options;

    internal ConnectionQuota Quota { get; } = quota;

    internal bool IsClosed => Fd < 0;

    /// <summary>An accept is in flight; epoll: the socket is watched.</summary>
    internal bool IsAccepting { get; set; }

    /// <summary>Portable: the socket that all cores accept from, in place of a descriptor of their own.</summary>
    internal PortableListener? Shared { get; init; }

    internal ConnectionActor Take() => _reusable.TryPop(out var connection) ? connection : factory();

    internal void Release(ConnectionActor connection)
    {
        if (!IsClosed && _reusable.Count < MostKept && connection.IsReusable)
            _reusable.Push(connection);
    }

    internal void Pause(Exception reason)
    {
        core.ReportFault(reason, $"accept (trying again in {PauseMs} ms)");
        core.Schedule(this, PauseMs);
    }

    protected internal override void OnElapsed()
    {
        if (!IsClosed)
            core.Reactor.StartAccepting(this);
    }

    internal void Close()
    {
        if (IsClosed)
            return;
        Cancel();
        core.Reactor.StopAccepting(this);
        core.Reactor.CloseListener(this);
        Fd = -1;
    }
}
