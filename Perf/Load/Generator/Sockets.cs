using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Generator;

/// <summary>Making connections to loopback.</summary>
internal static unsafe class Sockets
{
    private const int Internet = 2,
        Stream = 1,
        Tcp = 6,
        NoDelay = 1,
        SetFlags = 4,
        NonBlocking = 0x800,
        Add = 1;

    public static int Connect(int port, bool nonBlocking)
    {
        int fd = Libc.Socket(Internet, Stream, 0);
        if (fd < 0)
            throw new InvalidOperationException($"no socket: error {Marshal.GetLastPInvokeError()}");
        int on = 1;
        _ = Libc.SetOption(fd, Tcp, NoDelay, &on, sizeof(int));
        // struct sockaddr_in: family in the machine's order, port and address in the network's.
        byte* address = stackalloc byte[16] { Internet, 0, (byte)(port >> 8), (byte)port, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 };
        // On loopback the handshake is done within the call, so waiting for it costs nothing.
        if (Libc.Connect(fd, address, 16) != 0)
            throw new InvalidOperationException($"no connection to port {port}: error {Marshal.GetLastPInvokeError()}");
        if (nonBlocking)
            _ = Libc.Control(fd, SetFlags, NonBlocking);
        return fd;
    }

    public static void Watch(int epoll, int fd, int data, uint events)
    {
        var change = new Libc.EpollEvent { Events = events, Data = data };
        _ = Libc.EpollControl(epoll, Add, fd, &change);
    }
}
