using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// Waits for a core's sockets and drives its connections. What both backends have in common stands here: the way of a connection from
/// accept to close, and the wake-up by which other threads reach a core that sleeps. Only the owning core calls it, except
/// <see cref="Wake"/>.
/// </summary>
internal abstract unsafe class Reactor : IDisposable
{
    protected Reactor(Core core, int eventFdFlags)
    {
        Core = core;
        WakeFd = Libc.EventFd(0, eventFdFlags);
        if (WakeFd < 0)
            throw Errno.ToException(Errno.Last);
    }

    internal Core Core { get; }

    internal ConnectionTable Connections { get; } = new();

    /// <summary>io_uring: accepts that may still bring connections, of listeners that are closed already, too.</summary>
    internal int AcceptsInFlight { get; private protected set; }

    /// <summary>io_uring: pool buffers that lie ready for the kernel and belong to no connection.</summary>
    internal virtual int ReadyBuffers => 0;

    /// <summary>An event descriptor that becomes readable by <see cref="Wake"/>.</summary>
    protected int WakeFd { get; }

    /// <summary>Ends the current or the next wait. From any thread.</summary>
    internal void Wake()
    {
        ulong one = 1;
        _ = Libc.Write(WakeFd, &one, sizeof(ulong));
    }

    /// <summary>Waits until something is ready, at most this long; -1 for ever, 0 not at all.</summary>
    internal abstract void Wait(int timeoutMs);

    /// <summary>Handles everything that <see cref="Wait"/> found.</summary>
    internal abstract void Dispatch();

    internal abstract void StartAccepting(Acceptor acceptor);

    /// <summary>Accepts no more there. What the kernel has already accepted for the socket is still served.</summary>
    internal abstract void StopAccepting(Acceptor acceptor);

    /// <summary>Does what a connection asked for: send, close, abort, receive again.</summary>
    internal abstract void Settle(ConnectionActor connection);

    /// <summary>Ends a connection in an orderly way or, with <paramref name="reset"/>, by a reset.</summary>
    internal abstract void Finish(ConnectionActor connection, bool reset);

    public virtual void Dispose() => _ = Libc.Close(WakeFd);

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
        if (!acceptor.Quota.TryEnter(fd, out var network))
        {
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
            _ = Libc.Close(fd);
            acceptor.Quota.Leave(network);
            return null;
        }
        connection.Network = network;
        connection.Attach(this, acceptor, fd, Connections.NextGeneration());
        Connections.Add(connection);
        return connection;
    }

    /// <summary>The file had fewer bytes than were to be sent: the peer gets a reset, and the fault is told.</summary>
    protected void LoseFile(ConnectionActor connection)
    {
        connection.Error ??= new EndOfStreamException("A file that was being sent has become shorter.");
        Core.ReportFault(connection.Error, connection.GetType().Name);
        Finish(connection, reset: true);
    }

    private static void Refuse(int fd, ReadOnlySpan<byte> words)
    {
        fixed (byte* bytes = words)
            _ = Libc.Send(fd, bytes, words.Length, Constants.MessageNoSignal | Constants.MessageDontWait);
        _ = Libc.Close(fd);
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
        _ = Libc.Shutdown(connection.Fd, Constants.ShutdownWrite);
        connection.IsLingering = true;
        connection.Input.Clear();
        Core.Schedule(connection.Timer, connection.Acceptor.Options.LingerMs);
    }

    /// <summary>Closes the socket, gives the buffers back and tells the connection; nothing of it may be in flight any more.</summary>
    protected void Release(ConnectionActor connection, bool reset)
    {
        Connections.Remove(connection);
        connection.IsOpen = false;
        if (reset)
            Sockets.ResetOnClose(connection.Fd);
        _ = Libc.Close(connection.Fd);
        connection.Fd = -1;
        connection.Acceptor.Quota.Leave(connection.Network);
        connection.Timer.Cancel();
        connection.EndSending();
        connection.File.Clear();
        connection.Input.Clear();
        connection.Output.Clear();
        connection.InvokeClosed();
        // Written by a last word of OnClosed: nobody will send it.
        connection.Output.Clear();
        connection.Acceptor.Release(connection);
        Core.ConnectionEnded();
    }
}
