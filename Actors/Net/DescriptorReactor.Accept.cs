using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

// The way in: from the listening socket to a connection, or to a refusal when there are too many or no descriptors for more.
internal abstract unsafe partial class DescriptorReactor
{
    // Enough to empty a burst quickly, few enough that the connections already open are not kept waiting.
    private protected const int AcceptsPerTurn = 64;

    // What a queue of the kernel may hold (net.core.somaxconn), and more.
    private protected const int MostInQueue = 1 << 17;

    // io_uring: a connection that makes room is closed a turn later, and the reserve is gone until then. One room is for the reserve.
    private const int RoomsWithoutReserve = 8;

    private readonly DescriptorReserve _reserve = new();

    /// <summary>What accepted sockets are made with.</summary>
    private protected abstract int AcceptFlags { get; }

    /// <summary>Makes a connection of an accepted socket.</summary>
    private protected abstract void OpenAccepted(Acceptor acceptor, int fd);

    /// <summary>Accepts who waits, one call to the kernel each.</summary>
    private protected AcceptOutcome AcceptWaiting(Acceptor acceptor, int most)
    {
        bool isExhausted = false;
        for (int i = 0; i < most; i++)
        {
            int fd = Libc.Accept(acceptor.Fd, null, null, AcceptFlags);
            if (fd >= 0)
            {
                OpenAccepted(acceptor, fd);
                continue;
            }
            int error = Errno.Last;
            if (error == Errno.Again)
                return isExhausted ? AcceptOutcome.NoDescriptors : AcceptOutcome.Emptied;
            if (Errno.IsOutOfMemory(error))
            {
                acceptor.ReportExhaustion(Errno.ToException(error));
                return AcceptOutcome.NoMemory;
            }
            if (!Errno.IsOutOfDescriptors(error))
            {
                // The peer gave up while it waited, or a signal came: the next one may be fine.
                continue;
            }
            isExhausted = true;
            if (!AcceptWithReserve(acceptor, error))
                break;
        }
        return isExhausted ? AcceptOutcome.NoDescriptors : AcceptOutcome.MayHaveMore;
    }

    internal override void PrepareToAccept() => _reserve.TryTake();

    /// <returns>False when nobody waits, which without a descriptor the kernel does not say, or when the reserve is lost.</returns>
    private bool AcceptWithReserve(Acceptor acceptor, int error)
    {
        if (!_reserve.TryTake())
        {
            if (Sockets.HasWaiting(acceptor.Fd))
                acceptor.ReportExhaustion(Errno.ToException(error));
            for (int i = 0; i < RoomsWithoutReserve && Sockets.HasWaiting(acceptor.Fd) && TryMakeRoom(); i++) { }
            return false;
        }
        _reserve.GiveUp();
        int fd = Libc.Accept(acceptor.Fd, null, null, AcceptFlags);
        if (fd >= 0)
        {
            acceptor.ReportExhaustion(Errno.ToException(error));
            if (TryMakeRoom())
                OpenAccepted(acceptor, fd);
            else
                Refuse(fd, acceptor.Options.Refusal.Span);
        }
        _reserve.TryTake();
        return fd >= 0;
    }

    private protected override bool MayHave(Acceptor acceptor, int fd)
    {
        if (acceptor.DescriptorLimit == 0)
            acceptor.DescriptorLimit = Descriptors.Without(acceptor.Options.SpareDescriptors);

        // The kernel gives the lowest number that is free: this high, only the spare ones are left.
        if (fd < acceptor.DescriptorLimit || TryMakeRoom())
            return true;
        acceptor.ReportExhaustion(Errno.ToException(Errno.TooManyFiles));
        return false;
    }

    protected override void DropReceived(int fd)
    {
        byte* received = stackalloc byte[1024];
        _ = Libc.Receive(fd, received, 1024, Constants.MessageDontWait);
    }
}
