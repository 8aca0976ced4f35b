using System.Net.Sockets;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Epoll;

internal sealed unsafe partial class EpollReactor
{
    // Enough to empty a burst quickly, few enough that the connections already open are not kept waiting.
    private const int AcceptsPerEvent = 64;

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
        while (!acceptor.LeavesQueue && TryAccept(acceptor))
        {
        }
        Suspend(acceptor);
        _acceptors.Remove(acceptor.Fd);
    }

    private void Accept(Acceptor acceptor)
    {
        for (int i = 0; i < AcceptsPerEvent && TryAccept(acceptor); i++)
        {
        }
    }

    private bool TryAccept(Acceptor acceptor)
    {
        int fd = Libc.Accept(
            acceptor.Fd, null, null, Constants.SocketNonBlocking | Constants.SocketCloseOnExec);
        if (fd >= 0)
        {
            Welcome(acceptor, fd);
            return true;
        }
        int error = Errno.Last;
        if (error == Errno.Again)
            return false;
        if (Errno.IsExhaustion(error))
        {
            Suspend(acceptor);
            acceptor.Pause(Errno.ToException(error));
            return false;
        }
        // The peer gave up while it waited, or a signal came: the next one may be fine.
        return true;
    }

    private void Welcome(Acceptor acceptor, int fd)
    {
        if (Attach(acceptor, fd) is not { } connection)
            return;
        try
        {
            Register(EpollEvents.Add, fd, connection.Armed = EpollEvents.In, connection.Generation);
        }
        catch (SocketException refused)
        {
            // Out of watches (fs.epoll.max_user_watches).
            connection.Error = refused;
            Finish(connection, reset: true);
            return;
        }
        Open(connection);
    }

    private void Suspend(Acceptor acceptor)
    {
        if (!acceptor.IsAccepting)
            return;
        acceptor.IsAccepting = false;
        Register(EpollEvents.Delete, acceptor.Fd, 0, ListenerGeneration);
    }
}
