using System.Net;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>Opens the listening sockets for all cores on one address.</summary>
internal static class ListenSockets
{
    /// <returns>One descriptor per core, and the address with its real port.</returns>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address cannot be used.</exception>
    internal static (int[] Fds, IPEndPoint EndPoint) Open(IPEndPoint endPoint, int count, ListenerOptions options)
    {
        var fds = new List<int>();
        try
        {
            for (int i = 0; i < count; i++)
            {
                int fd = Sockets.Create(endPoint);
                fds.Add(fd);
                Prepare(fd, endPoint, options);
                // The first binds without SO_REUSEPORT, or a second server of the same user would share the port in silence. It may be
                // shared from then on.
                if (i > 0)
                    SharePort(fd);
                Bind(fd, endPoint);
                if (i == 0)
                {
                    SharePort(fd);
                    endPoint = Sockets.LocalEndPoint(fd) ?? endPoint;
                }
            }
            foreach (int fd in fds)
                Listen(fd, endPoint, options.Backlog);
        }
        catch
        {
            foreach (int fd in fds)
                _ = Libc.Close(fd);
            throw;
        }
        return ([.. fds], endPoint);
    }

    private static void Prepare(int fd, IPEndPoint endPoint, ListenerOptions options)
    {
        // Connections inherit TCP_NODELAY from the socket that accepts them; answers leave whole, so waiting for more is only delay.
        Sockets.SetOption(fd, Constants.LevelTcp, Constants.OptionNoDelay, 1);
        Sockets.SetOption(fd, Constants.LevelSocket, Constants.OptionReuseAddress, 1);
        if (endPoint.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6)
            Sockets.SetOption(fd, Constants.LevelIpV6, Constants.OptionV6Only, options.DualStack ? 0 : 1);
    }

    private static void SharePort(int fd) =>
        Sockets.SetOption(fd, Constants.LevelSocket, Constants.OptionReusePort, 1);

    private static void Bind(int fd, IPEndPoint endPoint)
    {
        int error = Sockets.Bind(fd, endPoint);
        if (error == Errno.AddressInUse)
            throw new AddressInUseException(endPoint);
        if (error != 0)
            throw Errno.ToException(error);
    }

    private static void Listen(int fd, IPEndPoint endPoint, int backlog)
    {
        if (Libc.Listen(fd, backlog) >= 0)
            return;
        // Another socket can have begun to listen between our bind and this call.
        throw Errno.Last == Errno.AddressInUse ? new AddressInUseException(endPoint) : Errno.ToException(Errno.Last);
    }
}
