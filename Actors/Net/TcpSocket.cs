using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>Makes a TCP socket that is to listen.</summary>
internal static class TcpSocket
{
    /// <param name="endPoint">The address; port 0 takes a free one.</param>
    /// <param name="isShared">True when other sockets of ours have the address already.</param>
    /// <param name="isV6Only">True when an IPv6 socket takes no IPv4 connections.</param>
    /// <returns>The descriptor, bound and not listening yet; others may be bound beside it.</returns>
    /// <exception cref="SocketException">The address cannot be used.</exception>
    internal static int Bind(IPEndPoint endPoint, bool isShared, bool isV6Only)
    {
        int fd = Sockets.Create(endPoint);
        try
        {
            Prepare(fd);
            Sockets.SetOption(fd, Constants.LevelSocket, Constants.OptionReuseAddress, 1);
            if (endPoint.AddressFamily == AddressFamily.InterNetworkV6)
                Sockets.SetOption(fd, Constants.LevelIpV6, Constants.OptionV6Only, isV6Only ? 1 : 0);
            if (isShared)
                Share(fd);
            int error = Sockets.Bind(fd, endPoint);
            if (error != 0)
                throw Errno.ToException(error);
            if (!isShared)
                Share(fd);
            return fd;
        }
        catch
        {
            _ = Libc.Close(fd);
            throw;
        }
    }

    /// <summary>
    /// Connections inherit TCP_NODELAY from the socket that accepts them; answers leave whole, so waiting for more is only delay.
    /// </summary>
    internal static void Prepare(int fd) => Sockets.SetOption(fd, Constants.LevelTcp, Constants.OptionNoDelay, 1);

    private static void Share(int fd) => Sockets.SetOption(fd, Constants.LevelSocket, Constants.OptionReusePort, 1);
}
