using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// A listener's share of one core: one of its listening sockets, the factory for its connections, and the closed ones that may be used
/// again. Out of descriptors, it pauses and tries again later: the waiting connection keeps the socket readable, and asking again at
/// once would spin.
/// </summary>
internal sealed class Acceptor(Core core, ListenSocket socket, ConnectionFactory factory, ListenerOptions options, ConnectionQuota quota) : TimerEntry
{
    internal const int PauseMs = 100;
    private const int MostKept = 1024;

    private readonly Stack<ConnectionActor> _reusable = new();

    internal ListenSocket Socket { get; } = socket;

    internal int Fd { get; private set; } = socket.Fd;

    /// <summary>False for a Unix socket.</summary>
    internal bool IsOfNetwork { get; } = socket.EndPoint is System.Net.IPEndPoint;

    internal ListenerOptions Options { get; } = options;

    internal ConnectionQuota Quota { get; } = quota;

    internal bool IsClosed => Fd < 0;

    /// <summary>Connections that the kernel still holds when this closes are another process's, which has the socket as well.</summary>
    internal bool LeavesQueue { get; set; }

    /// <summary>An accept is in flight; epoll: the socket is watched.</summary>
    internal bool IsAccepting { get; set; }

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
