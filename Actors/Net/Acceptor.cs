using System.Net.Sockets;
using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// A listener's share of one core: one of its listening sockets, the factory for its connections, and the closed ones that may be used
/// again. When the process is out of descriptors or the kernel out of memory, it pauses and tries again later: the waiting connection keeps
/// the socket readable, and asking again at once would spin.
/// </summary>
internal sealed class Acceptor(
    SocketReactor reactor,
    ListenSocket socket,
    ConnectionFactory factory,
    ListenerOptions options,
    ConnectionQuota quota
) : TimerEntry
{
    private const int MostKept = 1024;

    // Without descriptors whoever waits is turned away so often, a turn's worth at a time; without memory there is nothing to be done but
    // to wait.
    private const int ShedMs = 20;
    private const int PauseMs = 100;

    private const string NoDescriptors =
        "accept: no descriptors are left (ulimit -n), so connections that were idle for long are closed, and new ones refused or "
        + "kept waiting where none was";

    private const string NoMemory = "accept: no memory is left for sockets, so new connections have to wait";

    // An exhaustion is told of when it begins. It is over when there was none for so long.
    private const int QuietMs = 10_000;

    // Held while the descriptor is closed, or used by another thread than the core's.
    private readonly Lock _descriptor = new();
    private readonly Stack<ConnectionActor> _reusable = new();
    private long _exhaustedAtMs = -QuietMs;

    internal Core Core => reactor.Core;

    internal ListenSocket Socket { get; } = socket;

    internal int Fd { get; private set; } = socket.Fd;

    /// <summary>False for a Unix socket.</summary>
    internal bool IsOfNetwork { get; } = socket.EndPoint is System.Net.IPEndPoint;

    internal ListenerOptions Options { get; } = options;

    internal ConnectionQuota Quota { get; } = quota;

    /// <summary>
    /// Not portable: the first descriptor that no connection of this listener may have, as those from there on are left to the app; 0 until
    /// it is known.
    /// </summary>
    internal int DescriptorLimit { get; set; }

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

    /// <summary>Begins to accept again after a while.</summary>
    internal void Pause(AcceptOutcome outcome) => Core.Schedule(this, outcome == AcceptOutcome.NoDescriptors ? ShedMs : PauseMs);

    /// <summary>Once for each time that descriptors or memory run out, not for each connection that this costs.</summary>
    internal void ReportExhaustion(SocketException reason)
    {
        bool isNews = Core.NowMs - _exhaustedAtMs >= QuietMs;
        _exhaustedAtMs = Core.NowMs;
        if (isNews)
            Core.ReportFault(reason, reason.SocketErrorCode == SocketError.TooManyOpenSockets ? NoDescriptors : NoMemory);
    }

    protected internal override void OnElapsed()
    {
        if (IsClosed)
            return;
        reactor.PrepareToAccept();
        reactor.StartAccepting(this);
    }

    internal void Close()
    {
        if (IsClosed)
            return;
        Cancel();
        reactor.StopAccepting(this);
        lock (_descriptor)
        {
            reactor.CloseListener(this);
            Fd = -1;
        }
    }

    /// <summary>Another descriptor of the socket; null when it is closed. From any thread: the core may be held.</summary>
    internal int? Duplicate()
    {
        lock (_descriptor)
            return IsClosed ? null : Native.Sockets.Duplicate(Fd);
    }
}
