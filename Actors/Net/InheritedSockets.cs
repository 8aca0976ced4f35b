using System.Net;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// Listening sockets that whoever started this process opened for it and left at known descriptors, as systemd's socket activation does
/// (sd_listen_fds(3)).
/// </summary>
public static class InheritedSockets
{
    /// <summary>
    /// Takes them over: they do not block, and children of this process do not get them. Those that are bound to the same address become
    /// one target.
    /// </summary>
    /// <param name="descriptors">The descriptors, and what they are called in messages.</param>
    /// <exception cref="InvalidOperationException">A descriptor is not a stream socket that listens, by TCP or at a Unix path.</exception>
    public static IReadOnlyList<ListenTarget> Adopt(IReadOnlyList<(int Fd, string Name)> descriptors)
    {
        ArgumentNullException.ThrowIfNull(descriptors);
        var sockets = new List<(EndPoint EndPoint, int Fd)>();
        foreach (var (fd, name) in descriptors)
        {
            if (Complaint(fd) is { } complaint)
            {
                throw new InvalidOperationException(
                    $"The descriptor {fd} (\"{name}\") {complaint}; expected a stream socket that listens, by TCP or at a Unix path."
                );
            }

            sockets.Add((Sockets.LocalEndPoint(fd)!, fd));
            Prepare(fd);
        }
        return Group(sockets, isExternallyOwned: true);
    }

    /// <summary>Targets from sockets that listen, in the order of their addresses' first occurrence.</summary>
    internal static IReadOnlyList<ListenTarget> Group(IEnumerable<(EndPoint EndPoint, int Fd)> sockets, bool isExternallyOwned) =>
        [
            .. sockets
                .GroupBy(socket => socket.EndPoint)
                .Select(group => ListenTarget.Inherited(group.Key, [.. group.Select(socket => socket.Fd)], isExternallyOwned)),
        ];

    internal static void Prepare(int fd)
    {
        _ = Libc.FileControl(fd, Constants.ControlSetDescriptorFlags, Constants.CloseOnExec);
        int flags = Libc.FileControl(fd, Constants.ControlGetFlags, 0);
        _ = Libc.FileControl(fd, Constants.ControlSetFlags, flags | Constants.SocketNonBlocking);
        if (Sockets.LocalEndPoint(fd) is IPEndPoint)
            TcpSocket.Prepare(fd);
    }

    private static string? Complaint(int fd)
    {
        if (Sockets.Option(fd, Constants.LevelSocket, Constants.OptionType) is not { } type)
            return Errno.Last == Errno.NotASocket ? "is not a socket" : "is not open";
        if (
            Sockets.Option(fd, Constants.LevelSocket, Constants.OptionDomain)
            is not (Constants.InterNetwork or Constants.InterNetworkV6 or Constants.Unix)
        )
        {
            return "is a socket of another family";
        }

        if (type != Constants.SocketStream)
            return "is a socket for datagrams";
        if (Sockets.Option(fd, Constants.LevelSocket, Constants.OptionIsListening) != 1)
            return "is a socket that does not listen (systemd: Accept=no is wanted)";
        return Sockets.LocalEndPoint(fd) is null ? "has no address" : null;
    }
}
