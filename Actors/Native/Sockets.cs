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
