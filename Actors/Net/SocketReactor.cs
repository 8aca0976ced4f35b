using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// Waits for a core's sockets and drives its connections. What all backends have in common stands here: the way of a connection from
/// accept to close. A socket is a small number, <see cref="ConnectionActor.Fd"/>, to it: a descriptor, or what the portable backend counts
/// its sockets by.
/// </summary>
internal abstract partial class SocketReactor(Core core) : Reactor(core)
{
    // Of so many idle ones, in so many places of the table, the one that was idle for longest makes room: near enough to the longest of
    // all, at a bounded price.
    private const int Candidates = 16;
    private const int PlacesLookedAt = 1024;

    // Whoever was idle for less may just be about to ask again.
    private const int LeastIdleMs = 1000;

    private int _nextPlace;

    internal ConnectionTable Connections { get; } = new();

    /// <summary>Not epoll: accepts that may still bring connections, of listeners that are closed already, too.</summary>
    internal int AcceptsInFlight { get; private protected set; }

    /// <summary>io_uring: pool buffers that lie ready for the kernel and belong to no connection.</summary>
    internal virtual int ReadyBuffers => 0;

    /// <summary>Opens or takes over the listening sockets of all targets, or of none.</summary>
    /// <returns>At least one socket for each core and each address; the addresses, with real ports, in the order of the targets.</returns>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    internal abstract (IReadOnlyList<ListenSocket> Sockets, IReadOnlyList<EndPoint> EndPoints) OpenListenSockets(
        IReadOnlyList<ListenTarget> targets,
        int cores,
        ListenerOptions options
    );

    internal abstract void StartAccepting(Acceptor acceptor);

    /// <summary>Called before accepting begins again after an exhaustion.</summary>
    internal virtual void PrepareToAccept() { }

    /// <summary>Accepts no more there. What the kernel has already accepted for the socket is still served.</summary>
    internal abstract void StopAccepting(Acceptor acceptor);

    /// <summary>Closes the acceptor's listening socket, or lets go of its share in one.</summary>
    internal abstract void CloseListener(Acceptor acceptor);

    /// <summary>Does what a connection asked for: send, close, abort, receive again.</summary>
    internal abstract void Settle(ConnectionActor connection);

    /// <summary>Ends a connection in an orderly way or, with <paramref name="reset"/>, by a reset.</summary>
    internal abstract void Finish(ConnectionActor connection, bool reset);

    /// <summary>The peer's address; null for a peer that is gone or has none.</summary>
    internal abstract IPEndPoint? RemoteEndPoint(int fd);

    /// <summary>
    /// A number for the network of the peer: an IPv4 address, or the 64 bits of an IPv6 address that name a network, as each host there has
    /// all the rest to itself. 0 for a peer without an address.
    /// </summary>
    internal abstract UInt128 RemoteNetwork(int fd);

    /// <summary>
    /// A number that grows by each byte that the peer's system takes, or as near to that as can be known; null when it cannot.
    /// </summary>
    internal abstract long? TakenBytes(int fd);

    internal void TimeOut(ConnectionActor connection)
    {
        if (!connection.IsOpen)
            return;
        if (connection.IsLingering)
        {
            Finish(connection, reset: false);
            return;
        }
        connection.InvokeTimeout();
        Settle(connection);
    }

    internal void Drain(ConnectionActor connection)
    {
        if (!connection.IsOpen || connection.IsLingering)
            return;
        connection.InvokeDraining();
        Settle(connection);
    }

    /// <summary>
    /// Makes the actor of an accepted socket known; null, and the socket closed, when there are too many or its factory failed.
    /// </summary>
    protected ConnectionActor? Attach(Acceptor acceptor, int fd)
    {
        UInt128 network = 0;
        bool hasDescriptor = MayHave(acceptor, fd);
        if (!hasDescriptor || !acceptor.Quota.TryEnter(this, fd, out network))
        {
            // The quota of an address is asked of nobody but who has one.
            if (hasDescriptor)
                acceptor.Options.OnConnectionLimit?.Invoke(network != 0);
            Refuse(fd, acceptor.Options.Refusal.Span);
            return null;
        }
        ConnectionActor connection;
        try
        {
            connection = acceptor.Take();
        }
        catch (Exception fault)
        {
            Core.ReportFault(fault, "connection factory");
            Close(fd, reset: false);
            acceptor.Quota.Leave(network);
            return null;
        }
        connection.Network = network;
        connection.Attach(this, acceptor, fd, Connections.NextGeneration());
        Connections.Add(connection);
        return connection;
    }

    /// <summary>The file had fewer bytes than were to be sent: the peer gets a reset, and the fault is told.</summary>
    protected void AbortFile(ConnectionActor connection)
    {
        connection.Error ??= new EndOfStreamException("A file that was being sent has become shorter.");
        Core.ReportFault(connection.Error, connection.GetType().Name);
        Finish(connection, reset: true);
    }

    /// <summary>The connection is broken.</summary>
    protected void CloseWithError(ConnectionActor connection, SocketException error)
    {
        connection.Error ??= error;
        Finish(connection, reset: false);
    }

    /// <summary>Sends as much as the socket takes now; whether it does is of no interest.</summary>
    protected abstract void SendAtOnce(int fd, ReadOnlySpan<byte> words);

    /// <summary>Tells the peer that nothing more will come.</summary>
    protected abstract void EndSending(int fd);

    /// <summary>Closes a socket in an orderly way or, with <paramref name="reset"/>, by a reset.</summary>
    protected abstract void Close(int fd, bool reset);

    /// <summary>Whether the process can spare the descriptor.</summary>
    private protected virtual bool MayHave(Acceptor acceptor, int fd) => true;

    /// <summary>Takes a little of what has come already, if anything has.</summary>
    protected virtual void DropReceived(int fd) { }

    private protected void Refuse(int fd, ReadOnlySpan<byte> words)
    {
        SendAtOnce(fd, words);
        EndSending(fd);

        // A close over unread bytes is a reset, which could overtake the answer (RFC 9112 §9.6).
        DropReceived(fd);
        Close(fd, reset: false);
    }

    /// <summary>
    /// Closes a connection that has been idle for long, so that another has its descriptor. Not epoll: which it has with the last
    /// completion.
    /// </summary>
    private protected bool TryMakeRoom()
    {
        if (Connections.LongestIdle(ref _nextPlace, PlacesLookedAt, Candidates, Core.NowMs - LeastIdleMs) is not { } idle)
            return false;
        Finish(idle, reset: false);
        return true;
    }

    /// <summary>The connection's first moment, once the backend knows it.</summary>
    protected void Open(ConnectionActor connection)
    {
        connection.InvokeOpened();
        if (Core.IsDraining && connection.IsOpen && !connection.AbortWanted)
            connection.InvokeDraining();
        Settle(connection);
    }

    /// <summary>
    /// Everything has left. The end of our side is announced, and what the peer still sends is read and dropped for a while: closing
    /// with unread bytes would reset the connection and could take the answer with it (RFC 9112 §9.6).
    /// </summary>
    protected void BeginLingering(ConnectionActor connection)
    {
        if (connection.IsPeerClosed || !connection.Lingers)
        {
            Finish(connection, reset: false);
            return;
        }
        EndSending(connection.Fd);
        connection.IsLingering = true;
        connection.Input.Clear();
        Core.Schedule(connection.Timer, connection.Acceptor.Options.LingerMs);
    }

    /// <summary>Closes the socket, gives the buffers back and tells the connection; nothing of it may be in flight any more.</summary>
    protected void Release(ConnectionActor connection, bool reset)
    {
        Connections.Remove(connection);
        connection.IsOpen = false;
        Close(connection.Fd, reset);
        connection.Fd = -1;
        connection.Acceptor.Quota.Leave(connection.Network);
        connection.Timer.Cancel();
        connection.LostBytes = connection.PendingBytes;
        connection.EndSending();
        connection.File.Clear();
        connection.Input.Clear();
        connection.Output.Release();
        connection.InvokeClosed();
        // Written by a last word of OnClosed: nobody will send it.
        connection.Output.Release();
        connection.Acceptor.Release(connection);
        Core.ConnectionEnded();
    }
}
