using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// Addresses that the system listens on, with one kind of connection behind all of them. A TCP address has one socket per core
/// (SO_REUSEPORT), among which the kernel spreads connections; what there is only one of, such as a Unix socket, is accepted from by all
/// cores.
/// </summary>
public sealed class Listener
{
    private const long GiveAwayMs = 1000;

    private readonly Acceptor[] _acceptors;
    private bool _isHandedOver;

    internal Listener(IReadOnlyList<EndPoint> endPoints, Acceptor[] acceptors)
    {
        EndPoints = endPoints;
        _acceptors = acceptors;
    }

    /// <summary>
    /// The addresses, in the order in which they were asked for; a port is the one that the kernel chose when 0 was asked for.
    /// </summary>
    public IReadOnlyList<EndPoint> EndPoints { get; }

    /// <summary>The first IP address among <see cref="EndPoints"/>.</summary>
    /// <exception cref="InvalidOperationException">There are only Unix sockets.</exception>
    public IPEndPoint EndPoint =>
        EndPoints.OfType<IPEndPoint>().FirstOrDefault() ?? throw new InvalidOperationException("The listener has Unix sockets only.");

    /// <summary>Whether its sockets can go to another process: not on the portable backend.</summary>
    internal bool IsOfDescriptors => _acceptors.All(acceptor => acceptor.Socket.Shared is null);

    /// <summary>Accepts no more, and removes the files of its Unix sockets. Connections that were already made are kept.</summary>
    public Task StopAsync()
    {
        RemoveFiles();
        return Task.WhenAll(CloseAll(leavesQueue: false));
    }

    /// <summary>
    /// Accepts no more, as another process does so on the same sockets: connections that the kernel holds are left for it. Afterwards this
    /// listener has nothing more to do with its addresses. A core that is held closes its sockets when it is let go; it is not waited for.
    /// </summary>
    internal void StopAfterHandover()
    {
        KeepSocketFiles();
        long begunAtMs = Environment.TickCount64;
        foreach (var closing in CloseAll(leavesQueue: true))
            closing.Wait((int)Math.Max(0, GiveAwayMs - (Environment.TickCount64 - begunAtMs)));
    }

    /// <summary>Leaves the files of Unix sockets where they are, for another process that has these sockets as well.</summary>
    internal void KeepSocketFiles() => Volatile.Write(ref _isHandedOver, true);

    /// <summary>
    /// Removes the files of Unix sockets, before the sockets are closed: a name that leads nowhere looks like a dead server's and may be
    /// replaced, and what is removed afterwards would be the next server's.
    /// </summary>
    internal void RemoveFiles()
    {
        if (Volatile.Read(ref _isHandedOver))
            return;
        foreach (var acceptor in _acceptors)
        {
            if (
                acceptor.Socket is { IsExternallyOwned: false, EndPoint: UnixDomainSocketEndPoint path }
                && IsCounted(acceptor)
                && !acceptor.IsClosed
            )
            {
                UnixSocketFile.Remove(path);
            }
        }
    }

    /// <summary>Descriptors of their own for all sockets; none for those that are closed.</summary>
    internal List<(int Fd, bool IsExternallyOwned)> Duplicate()
    {
        var copies = new List<(int, bool)>();
        foreach (var acceptor in _acceptors)
        {
            if (IsCounted(acceptor) && acceptor.Duplicate() is { } copy)
                copies.Add((copy, acceptor.Socket.IsExternallyOwned));
        }
        return copies;
    }

    private static bool IsCounted(Acceptor acceptor) => acceptor.Socket.Sharing != SocketSharing.Further;

    private List<Task> CloseAll(bool leavesQueue) =>
        [
            .. _acceptors.Select(acceptor =>
                acceptor.Core.Run(() =>
                {
                    acceptor.LeavesQueue = leavesQueue;
                    acceptor.Close();
                    return true;
                })
            ),
        ];
}
