using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>Opens one listening socket for each address, for all cores, as not every system spreads connections over several.</summary>
internal static class PortableListener
{
    /// <summary>The same as <see cref="ListenSockets.Open"/>, without descriptors: nothing can be inherited.</summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    internal static (IReadOnlyList<ListenSocket> Sockets, IReadOnlyList<EndPoint> EndPoints) Open(
        IReadOnlyList<ListenTarget> targets,
        int cores,
        ListenerOptions options
    )
    {
        var opened = new List<Socket>();
        try
        {
            foreach (var target in targets)
                opened.Add(Open(target, targets, cores, options));
        }
        catch
        {
            foreach (var socket in opened)
                socket.Dispose();
            throw;
        }
        return ([.. opened.SelectMany(socket => Shares(socket, cores))], [.. opened.Select(socket => socket.LocalEndPoint!)]);
    }

    private static IEnumerable<ListenSocket> Shares(Socket socket, int cores)
    {
        var shared = new SharedListenSocket(socket, cores);
        return Enumerable
            .Range(0, cores)
            .Select(core => new ListenSocket(
                core,
                0,
                socket.LocalEndPoint!,
                core == 0 ? SocketSharing.First : SocketSharing.Further,
                Shared: shared
            ));
    }

    private static Socket Open(ListenTarget target, IReadOnlyList<ListenTarget> targets, int cores, ListenerOptions options)
    {
        if (target.IsInherited)
        {
            throw new ListenException(
                target.EndPoint,
                "the portable backend opens its sockets by itself; epoll and io_uring take those of others",
                SocketError.OperationNotSupported
            );
        }

        try
        {
            bool isDual = target.EndPoint is IPEndPoint endPoint && ListenSockets.IsDual(endPoint, targets, options);
            return Open(target, (int)Math.Min((long)options.Backlog * cores, int.MaxValue), isDual);
        }
        catch (SocketException refused)
        {
            throw refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? new AddressInUseException(target.EndPoint)
                : new ListenException(target.EndPoint, refused.Message, refused.SocketErrorCode);
        }
    }

    private static Socket Open(ListenTarget target, int backlog, bool isDual)
    {
        bool isPath = target.EndPoint is UnixDomainSocketEndPoint;
        var protocol = isPath ? ProtocolType.Unspecified : ProtocolType.Tcp;
        var socket = new Socket(target.EndPoint.AddressFamily, SocketType.Stream, protocol) { Blocking = false };
        try
        {
            // Elsewhere .NET lets a listener have an address whose old connections are not forgotten yet, but none that is in use. On
            // Windows another program could take a part of it.
            if (OperatingSystem.IsWindows() && !isPath)
                socket.ExclusiveAddressUse = true;
            if (target.EndPoint.AddressFamily == AddressFamily.InterNetworkV6)
                socket.DualMode = isDual;
            if (target.EndPoint is UnixDomainSocketEndPoint path)
                PortableSocketFile.Bind(socket, path, target.Mode);
            else
                socket.Bind(target.EndPoint);
            socket.Listen(backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
