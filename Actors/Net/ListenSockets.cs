using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// Sees to it that every core has something to accept from on every address, and that every socket has a core: the kernel queues
/// connections for each socket, and a queue that nobody looks at is a client that waits for ever.
/// </summary>
internal sealed class ListenSockets
{
    private readonly List<ListenSocket> _sockets = [];
    private readonly List<EndPoint> _endPoints = [];
    private readonly List<UnixDomainSocketEndPoint> _made = [];
    private readonly IReadOnlyList<ListenTarget> _targets;
    private readonly ListenerOptions _options;
    private readonly int _cores;

    private ListenSockets(IReadOnlyList<ListenTarget> targets, int cores, ListenerOptions options)
    {
        _targets = targets;
        _cores = cores;
        _options = options;
    }

    /// <summary>Opens or adopts the sockets of all targets, or none.</summary>
    /// <returns>At least one socket for each core and each address; the addresses, with real ports, in the order of the targets.</returns>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    internal static (IReadOnlyList<ListenSocket> Sockets, IReadOnlyList<EndPoint> EndPoints) Open(
        IReadOnlyList<ListenTarget> targets,
        int cores,
        ListenerOptions options
    )
    {
        var sockets = new ListenSockets(targets, cores, options);
        try
        {
            foreach (var target in targets)
                sockets.Add(target);
        }
        catch
        {
            foreach (var socket in sockets._sockets)
                _ = Libc.Close(socket.Fd);
            foreach (var made in sockets._made)
                UnixSocketFile.Remove(made);
            throw;
        }
        return (sockets._sockets, sockets._endPoints);
    }

    /// <summary>
    /// Whether an IPv6 socket takes IPv4 connections as well: not where the IPv4 address of its port is asked for by itself.
    /// </summary>
    internal static bool IsDual(IPEndPoint endPoint, IReadOnlyList<ListenTarget> targets, ListenerOptions options) =>
        options.DualStack
        && !(
            endPoint.Port != 0
            && targets.Any(target =>
                target.EndPoint is IPEndPoint { AddressFamily: AddressFamily.InterNetwork } other && other.Port == endPoint.Port
            )
        );

    private void Add(ListenTarget target)
    {
        try
        {
            if (target.IsInherited)
                AddInherited(target);
            else if (target.EndPoint is UnixDomainSocketEndPoint path)
                AddPath(target, path);
            else
                AddAddress((IPEndPoint)target.EndPoint, target);
        }
        catch (SocketException refused)
        {
            throw refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? new AddressInUseException(target.EndPoint)
                : new ListenException(target.EndPoint, refused.Message, refused.SocketErrorCode);
        }
    }

    private void AddAddress(IPEndPoint endPoint, ListenTarget target)
    {
        bool isV6Only = !IsDual(endPoint, _targets, _options);
        int first = _sockets.Count;
        for (int core = 0; core < _cores; core++)
        {
            // The first binds without SO_REUSEPORT, or a second server of the same user would share the port in silence. It may be shared
            // from then on.
            int fd = TcpSocket.Bind(endPoint, isShared: core > 0, isV6Only);
            Keep(core, fd, endPoint, target, SocketSharing.Alone);
            if (core == 0)
                endPoint = (IPEndPoint)Sockets.LocalEndPoint(fd)!;
        }
        foreach (var socket in _sockets.Skip(first))
            Listen(socket.Fd);
        _endPoints.Add(endPoint);
    }

    private void AddPath(ListenTarget target, UnixDomainSocketEndPoint path)
    {
        int fd = UnixSocketFile.Bind(path, target.Mode);
        _made.Add(path);
        Keep(0, fd, path, target, _cores > 1 ? SocketSharing.First : SocketSharing.Alone);
        Listen(fd);
        for (int core = 1; core < _cores; core++)
            Keep(core, Sockets.Duplicate(fd), path, target, SocketSharing.Further);
        _endPoints.Add(path);
    }

    private void AddInherited(ListenTarget target)
    {
        var fds = target.Descriptors;
        int first = _sockets.Count;
        for (int i = 0; i < fds.Count; i++)
            Keep(i % _cores, fds[i], target.EndPoint, target, SocketSharing.Alone);
        bool mayHaveOwn = target.EndPoint is IPEndPoint && Sockets.Option(fds[0], Constants.LevelSocket, Constants.OptionReusePort) == 1;
        for (int core = fds.Count; core < _cores; core++)
        {
            int own = mayHaveOwn ? TryOpenBeside(fds[0], (IPEndPoint)target.EndPoint) : -1;
            if (own >= 0)
            {
                Keep(core, own, target.EndPoint, target, SocketSharing.Alone);
                continue;
            }
            int shared = core % fds.Count;
            Keep(core, Sockets.Duplicate(fds[shared]), target.EndPoint, target, SocketSharing.Further);
            _sockets[first + shared] = _sockets[first + shared] with { Sharing = SocketSharing.First };
        }
        _endPoints.Add(target.EndPoint);
    }

    /// <summary>
    /// One more socket on the address of one that may be shared; -1 where the kernel does not let us: the first may be another user's.
    /// </summary>
    private int TryOpenBeside(int inherited, IPEndPoint endPoint)
    {
        int fd = -1;
        try
        {
            fd = TcpSocket.Bind(
                endPoint,
                isShared: true,
                isV6Only: Sockets.Option(inherited, Constants.LevelIpV6, Constants.OptionV6Only) == 1
            );
            Listen(fd);
            return fd;
        }
        catch (SocketException)
        {
            if (fd >= 0)
                _ = Libc.Close(fd);
            return -1;
        }
    }

    private void Keep(int core, int fd, EndPoint endPoint, ListenTarget target, SocketSharing sharing) =>
        _sockets.Add(new ListenSocket(core, fd, endPoint, sharing, target.IsExternallyOwned));

    private void Listen(int fd)
    {
        // Another socket can have begun to listen between our bind and this call.
        if (Libc.Listen(fd, _options.Backlog) < 0)
            throw Errno.ToException(Errno.Last);
    }
}
