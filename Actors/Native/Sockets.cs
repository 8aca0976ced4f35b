using System.Net;
using System.Runtime.CompilerServices;

namespace Stryke.Web.Actors.Native;

/// <summary>Socket calls with .NET's addresses; descriptors in, descriptors out.</summary>
internal static unsafe class Sockets
{
    private const int AddressCapacity = 28;

    internal static int Create(IPEndPoint endPoint)
    {
        int family = endPoint.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Constants.InterNetworkV6
            : Constants.InterNetwork;
        int fd = Libc.Socket(
            family, Constants.SocketStream | Constants.SocketNonBlocking | Constants.SocketCloseOnExec, 0);
        return fd >= 0 ? fd : throw Errno.ToException(Errno.Last);
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

    internal static int Bind(int fd, IPEndPoint endPoint)
    {
        var address = endPoint.Serialize();
        fixed (byte* bytes = address.Buffer.Span)
            return Libc.Bind(fd, bytes, address.Size) < 0 ? Errno.Last : 0;
    }

    internal static IPEndPoint? LocalEndPoint(int fd)
    {
        byte* bytes = stackalloc byte[AddressCapacity];
        int length = AddressCapacity;
        return Libc.GetSocketName(fd, bytes, &length) < 0 ? null : Decode(new ReadOnlySpan<byte>(bytes, length));
    }

    internal static IPEndPoint? RemoteEndPoint(int fd)
    {
        byte* bytes = stackalloc byte[AddressCapacity];
        int length = AddressCapacity;
        return Libc.GetPeerName(fd, bytes, &length) < 0 ? null : Decode(new ReadOnlySpan<byte>(bytes, length));
    }

    /// <summary>Whether a socket is a Unix socket. Its own name tells, which it has even when the peer is gone.</summary>
    internal static bool IsUnix(int fd)
    {
        const ushort Unix = 1, Capacity = 110;
        byte* bytes = stackalloc byte[Capacity];
        int length = Capacity;
        return Libc.GetSocketName(fd, bytes, &length) >= 0 && length >= sizeof(ushort) && Unsafe.ReadUnaligned<ushort>(bytes) == Unix;
    }

    /// <summary>Bytes that the peer has acknowledged (<c>tcpi_bytes_acked</c> of <c>TCP_INFO</c>, Linux 4.1); null for what is not TCP.</summary>
    internal static long? AcknowledgedBytes(int fd)
    {
        const int OffsetInBytes = 120, Capacity = 256;
        byte* information = stackalloc byte[Capacity];
        int length = Capacity;
        bool isKnown = Libc.GetSocketOption(fd, Constants.LevelTcp, Constants.OptionTcpInformation, information, &length) >= 0
            && length >= OffsetInBytes + sizeof(long);
        return isKnown ? Unsafe.ReadUnaligned<long>(information + OffsetInBytes) : null;
    }

    /// <summary>
    /// A number for the network of the peer: an IPv4 address, or the 64 bits of an IPv6 address that name a network, as each host there has all the rest to
    /// itself. 0 for a peer without an address.
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

    // struct sockaddr_in: family, port, 4 bytes; struct sockaddr_in6: family, port, flow, 16 bytes, scope.
    private static IPEndPoint? Decode(ReadOnlySpan<byte> address)
    {
        if (address.Length < 8)
            return null;
        int family = Unsafe.ReadUnaligned<ushort>(ref Unsafe.AsRef(in address[0]));
        int port = (address[2] << 8) | address[3];
        if (family == Constants.InterNetwork)
            return new IPEndPoint(new IPAddress(address.Slice(4, 4)), port);
        if (family != Constants.InterNetworkV6 || address.Length < AddressCapacity)
            return null;
        uint scope = Unsafe.ReadUnaligned<uint>(ref Unsafe.AsRef(in address[24]));
        var ip = new IPAddress(address.Slice(8, 16), scope);
        return new IPEndPoint(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip, port);
    }
}
