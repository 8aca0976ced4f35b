using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace Stryke.Web.Actors.Native;

/// <summary>Socket calls with .NET's addresses; descriptors in, descriptors out.</summary>
internal static unsafe class Sockets
{
    // struct sockaddr_un, the longest: family and 108 bytes of path.
    private const int AddressCapacity = 110;

    internal static int Create(EndPoint endPoint, int flags = Constants.SocketNonBlocking)
    {
        int family = endPoint.AddressFamily switch
        {
            AddressFamily.InterNetwork => Constants.InterNetwork,
            AddressFamily.InterNetworkV6 => Constants.InterNetworkV6,
            AddressFamily.Unix => Constants.Unix,
            var other => throw new NotSupportedException($"{other} is not an address family that is served."),
        };
        int fd = Libc.Socket(family, Constants.SocketStream | Constants.SocketCloseOnExec | flags, 0);
        return fd >= 0 ? fd : throw Errno.ToException(Errno.Last);
    }

    /// <summary>Another descriptor of the same socket, closed on its own.</summary>
    internal static int Duplicate(int fd)
    {
        int copy = Libc.FileControl(fd, Constants.ControlDuplicate, 0);
        return copy >= 0 ? copy : throw Errno.ToException(Errno.Last);
    }

    /// <summary>A socket option that is a number; null when the descriptor is not a socket that has it.</summary>
    internal static int? Option(int fd, int level, int option)
    {
        int value,
            length = sizeof(int);
        return Libc.GetSocketOption(fd, level, option, &value, &length) < 0 ? null : value;
    }

    internal static void SetOption(int fd, int level, int option, int value)
    {
        if (Libc.SetSocketOption(fd, level, option, &value, sizeof(int)) < 0)
            throw Errno.ToException(Errno.Last);
    }

    /// <summary>Whether a connection waits at a listening socket. Unlike an accept, asking takes no descriptor.</summary>
    internal static bool HasWaiting(int fd)
    {
        const short In = 1;
        // struct pollfd
        var watched = (Fd: fd, Events: In, Found: (short)0);
        return Libc.Poll(&watched, 1, 0) == 1;
    }

    /// <summary>The next close sends a reset instead of an orderly end.</summary>
    internal static void ResetOnClose(int fd)
    {
        var linger = (OnOff: 1, Seconds: 0);
        _ = Libc.SetSocketOption(fd, Constants.LevelSocket, Constants.OptionLinger, &linger, sizeof(int) * 2);
    }

    internal static int Bind(int fd, EndPoint endPoint)
    {
        var address = endPoint.Serialize();
        fixed (byte* bytes = address.Buffer.Span)
            return Libc.Bind(fd, bytes, address.Size) < 0 ? Errno.Last : 0;
    }

    internal static int Connect(int fd, EndPoint endPoint)
    {
        var address = endPoint.Serialize();
        fixed (byte* bytes = address.Buffer.Span)
            return Libc.Connect(fd, bytes, address.Size) < 0 ? Errno.Last : 0;
    }

    /// <summary>Where a socket is bound; null when it is of a family that is not ours.</summary>
    internal static EndPoint? LocalEndPoint(int fd)
    {
        byte* bytes = stackalloc byte[AddressCapacity];
        int length = AddressCapacity;
        return Libc.GetSocketName(fd, bytes, &length) < 0 ? null : Decode(new ReadOnlySpan<byte>(bytes, Math.Min(length, AddressCapacity)));
    }

    /// <summary>The IP address of the peer; null when it is gone, or comes by a Unix socket.</summary>
    internal static IPEndPoint? RemoteEndPoint(int fd)
    {
        byte* bytes = stackalloc byte[AddressCapacity];
        int length = AddressCapacity;
        return Libc.GetPeerName(fd, bytes, &length) < 0
            ? null
            : Decode(new ReadOnlySpan<byte>(bytes, Math.Min(length, AddressCapacity))) as IPEndPoint;
    }

    /// <summary>
    /// Bytes that the peer has acknowledged (<c>tcpi_bytes_acked</c> of <c>TCP_INFO</c>, Linux 4.1); null for what is not TCP.
    /// </summary>
    internal static long? AcknowledgedBytes(int fd)
    {
        const int OffsetInBytes = 120,
            Capacity = 256;
        byte* information = stackalloc byte[Capacity];
        int length = Capacity;
        bool isKnown =
            Libc.GetSocketOption(fd, Constants.LevelTcp, Constants.OptionTcpInformation, information, &length) >= 0
            && length >= OffsetInBytes + sizeof(long);
        return isKnown ? Unsafe.ReadUnaligned<long>(information + OffsetInBytes) : null;
    }

    /// <summary>
    /// A number for the network of the peer: an IPv4 address, or the 64 bits of an IPv6 address that name a network, as each host there has
    /// all the rest to itself. 0 for a peer without an address.
    /// </summary>
    internal static UInt128 RemoteNetwork(int fd)
    {
        byte* bytes = stackalloc byte[AddressCapacity];
        int length = AddressCapacity;
        if (Libc.GetPeerName(fd, bytes, &length) < 0)
            return 0;
        int family = Unsafe.ReadUnaligned<ushort>(bytes);
        if (family == Constants.InterNetwork)
            return Unsafe.ReadUnaligned<uint>(bytes + 4);
        if (family != Constants.InterNetworkV6)
            return 0;
        ulong network = Unsafe.ReadUnaligned<ulong>(bytes + 8);
        // ::ffff:a.b.c.d is the IPv4 address.
        bool isMapped = network == 0 && Unsafe.ReadUnaligned<uint>(bytes + 16) == 0xFFFF_0000;
        return isMapped ? Unsafe.ReadUnaligned<uint>(bytes + 20) : new UInt128(1, network);
    }

    // struct sockaddr_in: family, port, 4 bytes; struct sockaddr_in6: family, port, flow, 16 bytes, scope; struct sockaddr_un: family,
    // path.
    private static EndPoint? Decode(ReadOnlySpan<byte> address)
    {
        if (address.Length < sizeof(ushort))
            return null;
        int family = Unsafe.ReadUnaligned<ushort>(ref Unsafe.AsRef(in address[0]));
        if (family == Constants.Unix)
            return DecodePath(address[sizeof(ushort)..]);
        if (family is not (Constants.InterNetwork or Constants.InterNetworkV6) || address.Length < 8)
            return null;
        int port = (address[2] << 8) | address[3];
        if (family == Constants.InterNetwork)
            return new IPEndPoint(new IPAddress(address.Slice(4, 4)), port);
        if (address.Length < 28)
            return null;
        uint scope = Unsafe.ReadUnaligned<uint>(ref Unsafe.AsRef(in address[24]));
        var ip = new IPAddress(address.Slice(8, 16), scope);
        return new IPEndPoint(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip, port);
    }

    // A path ends at its NUL; one that begins with NUL is a name without a file (unix(7), "abstract") and goes to the end. No path: the
    // socket has no name.
    private static UnixDomainSocketEndPoint? DecodePath(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty)
            return null;
        int end = path[0] == 0 ? path.Length : path.IndexOf((byte)0);
        return new UnixDomainSocketEndPoint(Encoding.UTF8.GetString(end < 0 ? path : path[..end]));
    }
}
