using System.Net;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// What epoll and io_uring have in common: sockets are descriptors of Linux, and a core that sleeps is woken by writing one.
/// </summary>
internal abstract unsafe partial class DescriptorReactor : SocketReactor
{
    private FileBudget _fileBudget;

    protected DescriptorReactor(Core core, int eventFdFlags)
        : base(core)
    {
        WakeFd = Libc.EventFd(0, eventFdFlags);
        if (WakeFd < 0)
            throw Errno.ToException(Errno.Last);
    }

    /// <summary>An event descriptor that becomes readable by <see cref="Wake"/>.</summary>
    protected int WakeFd { get; }

    internal sealed override void Dispatch()
    {
        _fileBudget.Begin();
        DispatchEvents();
    }

    internal override void Wake()
    {
        ulong one = 1;
        _ = Libc.Write(WakeFd, &one, sizeof(ulong));
    }

    internal override (IReadOnlyList<ListenSocket> Sockets, IReadOnlyList<EndPoint> EndPoints) OpenListenSockets(
        IReadOnlyList<ListenTarget> targets,
        int cores,
        ListenerOptions options
    ) => ListenSockets.Open(targets, cores, options);

    internal override void CloseListener(Acceptor acceptor) => _ = Libc.Close(acceptor.Fd);

    internal override IPEndPoint? RemoteEndPoint(int fd) => Sockets.RemoteEndPoint(fd);

    internal override UInt128 RemoteNetwork(int fd) => Sockets.RemoteNetwork(fd);

    internal override long? TakenBytes(int fd) => Sockets.AcknowledgedBytes(fd);

    public override void Dispose()
    {
        _ = Libc.Close(WakeFd);
        _reserve.Dispose();
    }

    /// <summary>Handles what the kernel has told of since the last turn, or as much of it as belongs into one.</summary>
    protected abstract void DispatchEvents();

    /// <summary>Sends from the connection's file as much as its socket takes and the turn allows.</summary>
    /// <returns>What <see cref="FileTransmission.Send"/> says.</returns>
    protected int SendFromFile(ConnectionActor connection) => connection.File.Send(connection.Fd, ref _fileBudget);

    protected override void SendAtOnce(int fd, ReadOnlySpan<byte> words)
    {
        fixed (byte* bytes = words)
            _ = Libc.Send(fd, bytes, words.Length, Constants.MessageNoSignal | Constants.MessageDontWait);
    }

    protected override void EndSending(int fd) => _ = Libc.Shutdown(fd, Constants.ShutdownWrite);

    protected override void Close(int fd, bool reset)
    {
        if (reset)
            Sockets.ResetOnClose(fd);
        _ = Libc.Close(fd);
    }

    protected void CloseWithError(ConnectionActor connection, int error) => CloseWithError(connection, Errno.ToException(error));
}
