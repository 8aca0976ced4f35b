using System.Net.Sockets;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Epoll;

internal sealed unsafe partial class EpollReactor
{
    private protected override int AcceptFlags => Constants.SocketNonBlocking | Constants.SocketCloseOnExec;

    internal override void StartAccepting(Acceptor acceptor)
    {
        _acceptors[acceptor.Fd] = acceptor;
        if (acceptor.IsAccepting)
            return;
        acceptor.IsAccepting = true;
        // The socket may be other cores', too: one of them is enough for a connection.
        Register(EpollEvents.Add, acceptor.Fd, EpollEvents.In | EpollEvents.Exclusive, ListenerGeneration);
    }

    internal override void StopAccepting(Acceptor acceptor)
    {
        // Who is in the kernel's queue has connected in good faith; closing the socket would reset them.
        if (!acceptor.LeavesQueue)
            AcceptWaiting(acceptor, MostInQueue);
        Suspend(acceptor);
        _acceptors.Remove(acceptor.Fd);
    }

    private void Accept(Acceptor acceptor)
    {
        var outcome = AcceptWaiting(acceptor, AcceptsPerTurn);
        if (outcome is not (AcceptOutcome.NoDescriptors or AcceptOutcome.NoMemory))
            return;
        Suspend(acceptor);
        acceptor.Pause(outcome);
    }

    /// <summary>
    /// A client mostly sends its request together with the last step of the handshake: one receive is tried at once. The connection is
    /// watched only if it is still there after that.
    /// </summary>
    private protected override void OpenAccepted(Acceptor acceptor, int fd)
    {
        if (Attach(acceptor, fd) is not { } connection)
            return;
        connection.Armed = EpollEvents.In;
        try
        {
            Open(connection);
            if (connection.IsOpen && connection.WantsToReceive)
                Receive(connection);
            if (connection.IsOpen && !connection.IsWatched)
                Watch(connection);
        }
        catch (SocketException refused)
        {
            // Out of watches (fs.epoll.max_user_watches).
            connection.Error = refused;
            if (connection.IsOpen)
                Finish(connection, reset: true);
        }
    }

    private void Suspend(Acceptor acceptor)
    {
        if (!acceptor.IsAccepting)
            return;
        acceptor.IsAccepting = false;
        Register(EpollEvents.Delete, acceptor.Fd, 0, ListenerGeneration);
    }
}
