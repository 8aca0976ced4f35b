using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Epoll;

/// <summary>
/// Level-triggered epoll. A readable socket is read at once into the connection's input, answers are sent when the connection's method
/// returns, and the writable event is asked for only after the kernel took less than it was given.
/// </summary>
internal sealed unsafe partial class EpollReactor : DescriptorReactor
{
    private const int EventsPerWait = 256;

    // A peer that fills its buffer as fast as we read must not starve the others; level-triggered, the rest is announced again.
    private const int ReceivesPerEvent = 8;

    // User data: the generation above the descriptor. These two generations no connection ever has.
    private const uint ListenerGeneration = uint.MaxValue;
    private const uint WakeGeneration = uint.MaxValue - 1;

    private readonly int _epoll;
    private readonly EpollEvents _events = new(EventsPerWait);
    private readonly Dictionary<int, Acceptor> _acceptors = [];
    private int _ready;

    internal EpollReactor(Core core)
        : base(core, Constants.EventFdNonBlocking | Constants.EventFdCloseOnExec)
    {
        _epoll = Libc.EpollCreate(Constants.SocketCloseOnExec);
        if (_epoll < 0)
            throw Errno.ToException(Errno.Last);
        Register(EpollEvents.Add, WakeFd, EpollEvents.In, WakeGeneration);
    }

    internal override void Wait(int timeoutMs)
    {
        int ready = Libc.EpollWait(_epoll, _events.Memory, _events.Capacity, timeoutMs);
        _ready = Math.Max(ready, 0);
    }

    protected override void DispatchEvents()
    {
        for (int i = 0; i < _ready; i++)
        {
            ulong data = _events.DataAt(i);
            int fd = (int)data;
            uint generation = (uint)(data >> 32);
            if (Connections.Find(fd, generation) is { } connection)
                Handle(connection, _events.EventsAt(i));
            else if (generation == WakeGeneration)
                ClearWake();
            else if (generation == ListenerGeneration && _acceptors.TryGetValue(fd, out var acceptor))
                Accept(acceptor);
        }
        _ready = 0;
    }

    internal override void SettleAll()
    {
        while (TryTakeUnsettled(out var connection))
            Settle(connection);
    }

    public override void Dispose()
    {
        _ = Libc.Close(_epoll);
        _events.Dispose();
        base.Dispose();
    }

    private void ClearWake()
    {
        ulong count;
        _ = Libc.Read(WakeFd, &count, sizeof(ulong));
    }

    private void Handle(ConnectionActor connection, uint events)
    {
        if ((events & EpollEvents.Out) != 0 && connection.IsSending)
        {
            ContinueSending(connection);
            if (!connection.IsOpen)
                return;
        }
        if (connection.WantsToReceive)
        {
            if ((events & (EpollEvents.In | EpollEvents.Error | EpollEvents.HangUp)) != 0)
                Receive(connection);
        }
        else if ((events & (EpollEvents.Error | EpollEvents.HangUp)) != 0)
        {
            // Told whether asked or not, and told for ever: a connection that is not reading ends here.
            CloseWithError(connection, Errno.ConnectionReset);
        }
        else
        {
            SetInterest(connection, connection.IsSending ? EpollEvents.Out : 0);
        }
    }

    private void SetInterest(ConnectionActor connection, uint events)
    {
        if (connection.Armed == events)
            return;
        connection.Armed = events;
        Watch(connection);
    }

    private void Watch(ConnectionActor connection)
    {
        Register(connection.IsWatched ? EpollEvents.Modify : EpollEvents.Add, connection.Fd, connection.Armed, connection.Generation);
        connection.IsWatched = true;
    }

    private void Register(int operation, int fd, uint events, uint generation)
    {
        int error = EpollEvents.Control(_epoll, operation, fd, events, ((ulong)generation << 32) | (uint)fd);
        if (error != 0)
            throw Errno.ToException(error);
    }
}
