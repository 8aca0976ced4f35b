using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors.Mailboxes;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// <c>System.Net.Sockets</c>, and nothing of any one system. .NET's own threads wait for the sockets; what they find out they leave in a
/// list, and the core's thread does all the rest. A connection has at most one receive and one send in flight, and is closed with the last
/// of them.
/// </summary>
internal sealed partial class PortableReactor(Core core) : SocketReactor(core)
{
    // What is in flight for a connection.
    private const uint Receive = 1;
    private const uint Send = 2;

    private readonly AutoResetEvent _wake = new(initialState: false);

    // What was done on other threads, and behind it what is to be handled on this one: that, and what was done at once and waits for its
    // turn, as a peer that is always ready must not starve the others.
    private readonly Inbox _completed = new();
    private readonly LocalQueue<PortableOperation> _ready = new();

    internal override void Wake() => _wake.Set();

    internal override void Wait(int timeoutMs)
    {
        // Whoever completes an operation from now on finds the core asleep and wakes it.
        if (timeoutMs != 0 && _ready.Count == 0 && _completed.IsEmpty)
            _wake.WaitOne(timeoutMs);
    }

    internal override void Dispatch()
    {
        for (var node = _completed.TakeAll(); node is not null; )
        {
            var next = node.NextInInbox;
            node.NextInInbox = null;
            AddReady((PortableOperation)node);
            node = next;
        }
        for (int left = _ready.Count; left > 0 && _ready.TryTake(out var operation); left--)
            operation.Run();
    }

    internal override void SettleAll()
    {
        while (TryTakeUnsettled(out var connection))
            Settle(connection);
    }

    /// <summary>An operation is done. From any thread.</summary>
    internal void Completed(PortableOperation operation)
    {
        _completed.Add(operation);
        Core.WakeIfAsleep();
    }

    /// <summary>An operation is done, and is handled in the next turn.</summary>
    internal void AddReady(PortableOperation operation) => _ready.TryAdd(operation);

    internal override void Finish(ConnectionActor connection, bool reset)
    {
        if (!connection.IsOpen)
            return;
        connection.IsOpen = false;
        connection.EndsWithReset = reset;
        if (connection.Armed == 0)
        {
            Release(connection, reset);
            return;
        }
        // Its operations may still touch the connection's buffers: the rest is done when the last of them is over.
        var socket = SocketOf(connection);
        if (reset || connection.Error is not null || OperatingSystem.IsWindows())
            socket.Close(reset);
        else
            // On Unix, .NET makes a close that breaks off an operation a reset, and what the peer has not read yet would be lost. This ends
            // the receive.
            socket.Shutdown(SocketShutdown.Both);
    }

    internal override IPEndPoint? RemoteEndPoint(int fd)
    {
        try
        {
            return _sockets[fd]!.Socket.RemoteEndPoint is not IPEndPoint peer ? null
                : peer.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(peer.Address.MapToIPv4(), peer.Port)
                : peer;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    internal override UInt128 RemoteNetwork(int fd)
    {
        if (RemoteEndPoint(fd) is not { } peer)
            return 0;
        Span<byte> address = stackalloc byte[16];
        _ = peer.Address.TryWriteBytes(address, out int length);
        return length == 4 ? BitConverter.ToUInt32(address) : new UInt128(1, BitConverter.ToUInt64(address));
    }

    /// <summary>How far the peer is, .NET does not say on every system: what ours has taken for it stands in.</summary>
    internal override long? TakenBytes(int fd) => _sockets[fd]!.TakenBytes;

    public override void Dispose()
    {
        foreach (var socket in _sockets)
            socket?.Dispose();
        _wake.Dispose();
    }

    /// <summary>Marks an operation as done. False when the connection has ended; with its last operation it is closed.</summary>
    private bool Complete(ConnectionActor connection, uint operation)
    {
        connection.Armed &= ~operation;
        if (connection.IsOpen)
            return true;
        if (connection.Armed == 0)
            Release(connection, connection.EndsWithReset);
        return false;
    }

    private void CloseWithError(ConnectionActor connection, SocketError error) =>
        // A pipe that is broken (EPIPE, "shut down") is what a reset looks like to somebody who sends.
        CloseWithError(connection, new SocketException((int)(error == SocketError.Shutdown ? SocketError.ConnectionReset : error)));
}
