using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Uring;

internal sealed unsafe partial class UringReactor
{
    // By the number that their user data carries. Never shortened: completions may come after the socket is closed.
    private readonly List<Acceptor> _acceptors = [];

    private protected override int AcceptFlags => Constants.SocketCloseOnExec;

    internal override void StartAccepting(Acceptor acceptor)
    {
        if (acceptor.IsAccepting)
            return;
        int number = _acceptors.IndexOf(acceptor);
        if (number < 0)
        {
            number = _acceptors.Count;
            _acceptors.Add(acceptor);
        }
        acceptor.IsAccepting = true;
        AcceptsInFlight++;
        ref var sqe = ref _ring.Next();
        sqe.Opcode = Abi.OpAccept;
        sqe.Fd = acceptor.Fd;
        // A multishot accept keeps its place in the socket's queue of waiters, and the first there is woken for every connection: it would
        // take them all, and keep them waiting while its core is busy. Single ones queue up behind each other, so cores that share a socket
        // take turns.
        sqe.Modifiers = acceptor.Socket.Sharing == SocketSharing.Alone ? Abi.ModifierAcceptMultishot : (ushort)0;
        sqe.CallFlags = Constants.SocketCloseOnExec;
        sqe.UserData = Operations.UserData(Operations.Accept, 0, number);
    }

    internal override void StopAccepting(Acceptor acceptor)
    {
        if (acceptor.IsAccepting)
        {
            ref var sqe = ref _ring.Next();
            sqe.Opcode = Abi.OpCancel;
            sqe.Fd = acceptor.Fd;
            sqe.CallFlags = Abi.CancelAll | Abi.CancelByFd;
            sqe.UserData = Operations.UserData(Operations.Cancel, 0, acceptor.Fd);
            // At once: the accept keeps the socket open, and it would go on taking connections until then.
            _ring.Enter(wait: false, 0);
        }
        // Who is in the kernel's queue has connected in good faith; closing the socket would reset them.
        if (!acceptor.LeavesQueue)
            AcceptWaiting(acceptor, MostInQueue);
    }

    private void Accepted(int number, in Cqe completion)
    {
        var acceptor = _acceptors[number];
        bool isOver = (completion.Flags & Abi.CompletionMore) == 0;
        if (isOver)
        {
            acceptor.IsAccepting = false;
            AcceptsInFlight--;
        }
        if (completion.Result >= 0)
            OpenAccepted(acceptor, completion.Result);
        if (!isOver)
            return;
        if (acceptor.IsClosed)
            Core.ConnectionEnded();
        else if (completion.Result >= 0 || !Errno.IsExhaustion(-completion.Result))
            StartAccepting(acceptor);
        else
            AcceptExhausted(acceptor);
    }

    /// <summary>
    /// Not with another multishot accept: without a descriptor it ends at once, even if nobody waits, and would spin.
    /// </summary>
    private void AcceptExhausted(Acceptor acceptor)
    {
        var outcome = AcceptWaiting(acceptor, AcceptsPerTurn);
        if (outcome is AcceptOutcome.NoDescriptors or AcceptOutcome.NoMemory)
            acceptor.Pause(outcome);
        else
            StartAccepting(acceptor);
    }

    private protected override void OpenAccepted(Acceptor acceptor, int fd)
    {
        if (Attach(acceptor, fd) is not { } connection)
            return;
        // A client mostly sends its request together with the last step of the handshake.
        connection.HasMore = true;
        Open(connection);
    }
}
