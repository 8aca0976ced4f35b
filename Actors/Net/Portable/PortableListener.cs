using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// One listening socket that all cores accept from, as not every system spreads connections over several on one address. Closed by the last core that lets go
/// of it.
/// </summary>
internal sealed class PortableListener
{
    private int _shares;

    private PortableListener(ListenTarget target, int shares, ListenerOptions options, bool isDual)
    {
        _shares = shares;
        bool isPath = target.EndPoint is UnixDomainSocketEndPoint;
        Socket = new Socket(target.EndPoint.AddressFamily, SocketType.Stream, isPath ? ProtocolType.Unspecified : ProtocolType.Tcp)
        {
            Blocking = false,
        };
        try
        {
            // Elsewhere .NET lets a listener have an address whose old connections are not forgotten yet, but none that is in use. On Windows another
            // program could take a part of it.
            if (OperatingSystem.IsWindows() && !isPath)
                Socket.ExclusiveAddressUse = true;
            if (target.EndPoint.AddressFamily == AddressFamily.InterNetworkV6)
                Socket.DualMode = isDual;
            if (target.EndPoint is UnixDomainSocketEndPoint path)
                PortableSocketFile.Bind(Socket, path, target.Mode);
            else
                Socket.Bind(target.EndPoint);
            Socket.Listen((int)Math.Min((long)options.Backlog * shares, int.MaxValue));
            EndPoint = Socket.LocalEndPoint!;
        }
        catch
        {
            Socket.Dispose();
            throw;
        }
    }

    internal Socket Socket { get; }

    internal EndPoint EndPoint { get; }

    /// <summary>The same as <see cref="ListenSockets.Open"/>, without descriptors: nothing can be inherited.</summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    internal static (IReadOnlyList<ListenSocket> Sockets, IReadOnlyList<EndPoint> EndPoints) Open(
        IReadOnlyList<ListenTarget> targets,
        int cores,
        ListenerOptions options
    )
    {
        var listeners = new List<PortableListener>();
        try
        {
            foreach (var target in targets)
                listeners.Add(Open(target, targets, cores, options));
        }
        catch
        {
            foreach (var listener in listeners)
                listener.Socket.Dispose();
            throw;
        }
        var sockets = listeners.SelectMany(listener =>
            Enumerable
                .Range(0, cores)
                .Select(core => new ListenSocket(
                    core,
                    0,
                    listener.EndPoint,
                    core == 0 ? SocketSharing.First : SocketSharing.Further,
                    Shared: listener
                ))
        );
        return ([.. sockets], [.. listeners.Select(listener => listener.EndPoint)]);
    }

    /// <summary>Whether a connection waits.</summary>
    internal bool HasWaiting => Socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Lets go of one share. True for the last.</summary>
    internal bool LeaveAsLast() => Interlocked.Decrement(ref _shares) == 0;

    private static PortableListener Open(ListenTarget target, IReadOnlyList<ListenTarget> targets, int cores, ListenerOptions options)
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
            return new PortableListener(
                target,
                cores,
                options,
                target.EndPoint is IPEndPoint endPoint && ListenSockets.IsDual(endPoint, targets, options)
            );
        }
        catch (SocketException refused)
        {
            throw refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? new AddressInUseException(target.EndPoint)
                : new ListenException(target.EndPoint, refused.Message, refused.SocketErrorCode);
        }
    }

    /// <summary>Takes who is waiting, if anybody is.</summary>
    internal bool TryAccept([NotNullWhen(true)] out Socket? accepted)
    {
        accepted = null;
        try
        {
            if (HasWaiting)
                accepted = Socket.Accept();
        }
        catch (SocketException)
        {
            // Another core was faster, or there is no descriptor left.
        }
        return accepted is not null;
    }
}
