using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Net.Handover;

/// <summary>
/// Where another process of the same user (or root) may ask this one for its listening sockets. The sockets themselves go over
/// (<c>SCM_RIGHTS</c>): to close one while another opens would lose the connections whose handshake is under way. Until the successor says
/// that it accepts, this process does as well; a successor that dies before that changes nothing. A thread of its own waits here; it is on
/// nobody's path.
/// </summary>
public sealed class HandoverPoint : IDisposable
{
    private readonly UnixDomainSocketEndPoint _path;
    private readonly UnixDomainSocketEndPoint _prepared;
    private readonly ControlSocket _socket;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<int> _handedOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<string> _report = static _ => { };
    private Listener? _listener;
    private Thread? _thread;
    private ControlSocket? _successor;
    private bool _isClosed;
    private bool _isOpen;

    private HandoverPoint(UnixDomainSocketEndPoint path, UnixDomainSocketEndPoint prepared, ControlSocket socket)
    {
        _path = path;
        _prepared = prepared;
        _socket = socket;
    }

    /// <summary>Completes when a successor accepts and this process does not any more, with the successor's process id.</summary>
    public Task<int> HandedOver => _handedOver.Task;

    /// <summary>Makes sure that the path can be used, and leaves whoever answers there alone until <see cref="Open"/>.</summary>
    /// <param name="path">The path of a Unix socket.</param>
    /// <param name="replacesExisting">True when this process is about to take over from the one that answers there.</param>
    /// <exception cref="AddressInUseException">Another process answers there.</exception>
    /// <exception cref="ListenException">The path cannot be used.</exception>
    public static HandoverPoint Prepare(string path, bool replacesExisting)
    {
        var endPoint = new UnixDomainSocketEndPoint(path);
        try
        {
            // Beside it, and moved to its place in one step: the path always leads to somebody.
            var prepared = new UnixDomainSocketEndPoint($"{path}.{Environment.ProcessId}");
            if (!replacesExisting && ControlSocket.Connect(endPoint) is { } other)
            {
                other.Dispose();
                throw new AddressInUseException(endPoint);
            }
            UnixSocketFile.Remove(prepared);
            return new HandoverPoint(endPoint, prepared, ControlSocket.Listen(prepared));
        }
        catch (Exception refused)
            when (refused is SocketException or ArgumentException or UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new ListenException(
                endPoint,
                refused.Message,
                (refused as SocketException)?.SocketErrorCode ?? SocketError.InvalidArgument
            );
        }
    }

    /// <summary>Begins to answer at the path.</summary>
    /// <param name="listener">What is to be handed over.</param>
    /// <exception cref="ArgumentException">It is of the portable backend, whose sockets stay where they are.</exception>
    /// <param name="report">Told in a line what went wrong; called on a thread of its own.</param>
    public void Open(Listener listener, Action<string> report)
    {
        ArgumentNullException.ThrowIfNull(listener);
        ArgumentNullException.ThrowIfNull(report);
        if (!listener.IsOfDescriptors)
            throw new ArgumentException("The portable backend's sockets cannot be handed over.", nameof(listener));
        File.Move(_prepared.ToString()!, _path.ToString()!, overwrite: true);
        _isOpen = true;
        _listener = listener;
        _report = report;
        _thread = new Thread(Answer) { IsBackground = true, Name = "stryke handover" };
        _thread.Start();
    }

    /// <summary>Answers no more. A successor that has the sockets by now, and has not said yet that it accepts, keeps them.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
                return;
            _isClosed = true;
            // Somebody has the sockets: their names are not ours to remove.
            if (_successor is not null)
                _listener!.KeepSocketFiles();
            _successor?.Cut();
            _socket.Cut();
        }
        _thread?.Join();
        _socket.Dispose();
        if (!_isOpen)
            UnixSocketFile.Remove(_prepared);
        else if (!HandedOver.IsCompleted)
            UnixSocketFile.Remove(_path);
    }

    private void Answer()
    {
        Affinity.FreeCurrentThread();
        while (!HandedOver.IsCompleted && _socket.Accept() is { } peer)
        {
            try
            {
                Negotiate(peer);
            }
            catch (Exception fault)
            {
                _report($"A hand-over failed: {fault.Message}");
            }
            lock (_gate)
                _successor = null;
            peer.Dispose();
        }
    }

    private void Negotiate(ControlSocket peer)
    {
        var (process, user) = peer.Peer();
        if (user != 0 && user != Libc.EffectiveUser())
        {
            peer.TrySend(
                HandoverPacket.Of(
                    HandoverPacket.Refusal,
                    Encoding.UTF8.GetBytes($"it belongs to user {user}; only that user and root may take over")
                )
            );
            _report($"Process {process} of user {user} has asked for the listening sockets, and was refused.");
            return;
        }
        lock (_gate)
        {
            if (_isClosed)
                return;
            _successor = peer;
        }
        if (!TrySendSockets(peer) || peer.Receive([]) is not [HandoverPacket.Ready, ..])
        {
            _report($"Process {process} has asked for the listening sockets and ended before it served. This process goes on.");
            return;
        }
        _listener!.StopAfterHandover();
        _handedOver.TrySetResult(process);
        // From now on the path is the successor's.
        _socket.Dispose();
        peer.TrySend(HandoverPacket.Of(HandoverPacket.Done));
    }

    private bool TrySendSockets(ControlSocket peer)
    {
        var sockets = _listener!.Duplicate();
        try
        {
            foreach (var some in sockets.Chunk(HandoverPacket.MostDescriptors))
            {
                byte[] packet = HandoverPacket.Of(
                    HandoverPacket.Sockets,
                    [.. some.Select(socket => socket.IsExternallyOwned ? (byte)1 : (byte)0)]
                );
                if (!peer.TrySend(packet, [.. some.Select(socket => socket.Fd)]))
                    return false;
            }
            return peer.TrySend(HandoverPacket.Of(HandoverPacket.End));
        }
        finally
        {
            foreach (var (fd, _) in sockets)
                _ = Libc.Close(fd);
        }
    }
}
