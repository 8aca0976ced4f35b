using System.Net.Sockets;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Handover;

/// <summary>
/// One end of the line between two processes: packets in order, with descriptors beside them. Calls block; <see cref="Cut"/> ends them.
/// </summary>
internal sealed unsafe class ControlSocket(int fd) : IDisposable
{
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int OptionPeer = 17;

    // Out of descriptors, which only time can heal.
    private const int PauseMs = 100;

    private int _fd = fd;

    /// <summary>Listens there. Nobody but the owner (and root) may connect.</summary>
    /// <exception cref="SocketException">The path cannot be used.</exception>
    internal static ControlSocket Listen(UnixDomainSocketEndPoint path)
    {
        var socket = Create();
        int error = Sockets.Bind(socket._fd, path);
        if (error == 0)
        {
            UnixSocketFile.SetMode(path, OwnersOnly);
            error = Libc.Listen(socket._fd, 8) < 0 ? Errno.Last : 0;
        }
        if (error == 0)
            return socket;
        socket.Dispose();
        throw Errno.ToException(error);
    }

    /// <returns>Null when nobody listens there.</returns>
    /// <exception cref="SocketException">The path cannot be used.</exception>
    internal static ControlSocket? Connect(UnixDomainSocketEndPoint path)
    {
        var socket = Create();
        int error = Sockets.Connect(socket._fd, path);
        if (error == 0)
            return socket;
        socket.Dispose();
        return error is Errno.NoEntry or Errno.ConnectionRefused ? null : throw Errno.ToException(error);
    }

    /// <returns>Null when the socket has been cut.</returns>
    internal ControlSocket? Accept()
    {
        while (true)
        {
            int peer = Libc.Accept(_fd, null, null, Constants.SocketCloseOnExec);
            if (peer >= 0)
                return new ControlSocket(peer);
            int error = Errno.Last;
            if (Errno.IsExhaustion(error))
                Thread.Sleep(PauseMs);
            else if (error is not (Errno.Intr or Errno.ConnectionAborted))
                return null;
        }
    }

    /// <summary>The process at the other end, as it was when it connected or began to listen, and its user.</summary>
    internal (int ProcessId, uint User) Peer()
    {
        // struct ucred: process, user, group
        int* credentials = stackalloc int[3];
        int length = 3 * sizeof(int);
        return Libc.GetSocketOption(_fd, Constants.LevelSocket, OptionPeer, credentials, &length) < 0
            ? throw Errno.ToException(Errno.Last)
            : (credentials[0], (uint)credentials[1]);
    }

    /// <summary>False when nobody is at the other end any more.</summary>
    internal bool TrySend(ReadOnlySpan<byte> packet, ReadOnlySpan<int> descriptors = default) =>
        ControlMessages.Send(_fd, packet, descriptors) == 0;

    /// <summary>The next packet without its descriptors, which are added to <paramref name="descriptors"/>; empty at the end.</summary>
    /// <exception cref="SocketException">The descriptors do not all fit into this process.</exception>
    internal byte[] Receive(List<int> descriptors)
    {
        byte[] packet = new byte[HandoverPacket.MostBytes];
        int received = ControlMessages.Receive(_fd, packet, descriptors, HandoverPacket.MostDescriptors);
        return received == -Errno.TooManyFiles ? throw Errno.ToException(Errno.TooManyFiles) : packet[..Math.Max(received, 0)];
    }

    /// <summary>Ends what waits on this socket. From any thread.</summary>
    internal void Cut() => _ = Libc.Shutdown(_fd, Constants.ShutdownBoth);

    public void Dispose()
    {
        int open = Interlocked.Exchange(ref _fd, -1);
        if (open >= 0)
            _ = Libc.Close(open);
    }

    private static ControlSocket Create()
    {
        int fd = Libc.Socket(Constants.Unix, Constants.SocketPackets | Constants.SocketCloseOnExec, 0);
        return fd >= 0 ? new ControlSocket(fd) : throw Errno.ToException(Errno.Last);
    }
}
