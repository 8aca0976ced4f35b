using System.Net;
using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Handover;

/// <summary>
/// The process that serves so far, which hands its listening sockets over to this one: <see cref="TryConnect"/>, listen on
/// <see cref="Targets"/>, then <see cref="TakeOver"/>. To end before that, by whatever accident, leaves it serving.
/// </summary>
public sealed class Predecessor : IDisposable
{
    private readonly ControlSocket _socket;

    private Predecessor(ControlSocket socket, int processId, IReadOnlyList<ListenTarget> targets)
    {
        _socket = socket;
        ProcessId = processId;
        Targets = targets;
    }

    /// <summary>Its process id.</summary>
    public int ProcessId { get; }

    /// <summary>Its sockets, by address. Each is to be listened on, or to be abandoned.</summary>
    public IReadOnlyList<ListenTarget> Targets { get; }

    /// <summary>Asks at the path of a <see cref="HandoverPoint"/> for the sockets.</summary>
    /// <returns>Null when nobody answers there.</returns>
    /// <exception cref="HandoverException">Somebody does, and does not hand over.</exception>
    public static Predecessor? TryConnect(string path)
    {
        ControlSocket? socket = null;
        var descriptors = new List<int>();
        try
        {
            socket = ControlSocket.Connect(new UnixDomainSocketEndPoint(path));
            if (socket is null)
                return null;
            int process = socket.Peer().ProcessId;
            var flags = ReceiveAll(socket, descriptors, process);
            return new Predecessor(socket, process, Group(descriptors, flags));
        }
        catch (Exception refused)
        {
            socket?.Dispose();
            foreach (int fd in descriptors)
                _ = Libc.Close(fd);
            if (refused is SocketException or ArgumentException)
                throw new HandoverException($"{path} cannot be used for a hand-over: {refused.Message}");
            throw;
        }
    }

    /// <summary>Says that this process accepts; returns when the other one does not any more.</summary>
    /// <returns>False when it has ended by itself meanwhile.</returns>
    public bool TakeOver() => _socket.TrySend(HandoverPacket.Of(HandoverPacket.Ready)) && _socket.Receive([]) is [HandoverPacket.Done, ..];

    /// <summary>Hangs up. Before <see cref="TakeOver"/> the other process goes on.</summary>
    public void Dispose() => _socket.Dispose();

    private static List<bool> ReceiveAll(ControlSocket socket, List<int> descriptors, int process)
    {
        var areExternallyOwned = new List<bool>();
        while (true)
        {
            switch (socket.Receive(descriptors))
            {
                case [HandoverPacket.Sockets, HandoverPacket.Version, .. var flags]:
                    areExternallyOwned.AddRange(flags.Select(flag => flag != 0));
                    break;
                case [HandoverPacket.End, HandoverPacket.Version]
                    when areExternallyOwned.Count == descriptors.Count && descriptors.Count > 0:
                    return areExternallyOwned;
                case [HandoverPacket.Refusal, _, .. var reason]:
                    throw new HandoverException($"Process {process} does not hand over: {Encoding.UTF8.GetString(reason)}.");
                case []:
                    throw new HandoverException($"Process {process} ended, or handed over to another process, during the hand-over.");
                default:
                    throw new HandoverException(
                        $"Process {process} uses an unknown hand-over protocol: it runs another version of Stryke Web."
                    );
            }
        }
    }

    private static List<ListenTarget> Group(List<int> descriptors, List<bool> areExternallyOwned) =>
        [
            .. descriptors
                .Zip(
                    areExternallyOwned,
                    (fd, isExternallyOwned) => (EndPoint: EndPointOf(fd), Fd: fd, IsExternallyOwned: isExternallyOwned)
                )
                .GroupBy(socket => (socket.EndPoint, socket.IsExternallyOwned))
                .Select(group =>
                    ListenTarget.Inherited(group.Key.EndPoint, [.. group.Select(socket => socket.Fd)], group.Key.IsExternallyOwned)
                ),
        ];

    private static EndPoint EndPointOf(int fd) =>
        Sockets.LocalEndPoint(fd) ?? throw new HandoverException("A descriptor that was handed over is not a socket.");
}
