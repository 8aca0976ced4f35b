using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

internal sealed partial class PortableReactor
{
    // Enough to empty a burst quickly, few enough that the connections already open are not kept waiting.
    private const int AcceptsPerTurn = 64;

    private readonly Dictionary<Acceptor, AcceptOperation> _accepts = [];

    internal override (IReadOnlyList<ListenSocket> Sockets, IReadOnlyList<EndPoint> EndPoints) OpenListenSockets(
        IReadOnlyList<ListenTarget> targets,
        int cores,
        ListenerOptions options
    ) => PortableListener.Open(targets, cores, options);

    internal override void StartAccepting(Acceptor acceptor)
    {
        if (acceptor.IsAccepting)
            return;
        if (!_accepts.TryGetValue(acceptor, out var operation))
            _accepts.Add(acceptor, operation = new AcceptOperation(this, acceptor));
        if (TryAcceptAtOnce(operation))
            AddReady(operation);
    }

    /// <summary>Nothing: the accept in flight ends with the socket, and serves whom it gets until then.</summary>
    internal override void StopAccepting(Acceptor acceptor)
    {
        if (!acceptor.IsAccepting)
            Forget(acceptor);
    }

    internal override void CloseListener(Acceptor acceptor)
    {
        var shared = acceptor.Socket.Shared!;
        if (!shared.LeaveAsLast())
            return;
        // Who is in the system's queue has connected in good faith; closing the socket would reset them.
        while (shared.TryAccept(out var accepted))
            OpenAccepted(acceptor, accepted);
        shared.Socket.Dispose();
    }

    internal void Accepted(AcceptOperation operation)
    {
        var acceptor = operation.Acceptor;
        for (int i = 1; ; i++)
        {
            acceptor.IsAccepting = false;
            AcceptsInFlight--;
            if (operation.Take() is { } accepted)
                OpenAccepted(acceptor, accepted);
            else if (!acceptor.IsClosed && !IsPassing(operation.Error))
                Pause(acceptor, new SocketException((int)operation.Error));
            if (acceptor.IsClosed)
            {
                Forget(acceptor);
                Core.ConnectionEnded();
                return;
            }
            if (acceptor.IsArmed || !TryAcceptAtOnce(operation))
                return;
            if (i < AcceptsPerTurn)
                continue;
            AddReady(operation);
            return;
        }
    }

    /// <summary>
    /// Without descriptors .NET says so even if nobody waits. Whoever does gets the place of one that was idle for long, if there is one.
    /// </summary>
    private void Pause(Acceptor acceptor, SocketException reason)
    {
        bool isWaiting = acceptor.Socket.Shared!.HasWaiting;
        if (isWaiting)
            acceptor.ReportExhaustion(reason);
        acceptor.Pause(isWaiting && TryMakeRoom() ? AcceptOutcome.NoDescriptors : AcceptOutcome.NoMemory);
    }

    // The peer gave up while it waited, and the next one may be fine. Any other error, being out of descriptors for one, would only come
    // again.
    private static bool IsPassing(SocketError error) =>
        error is SocketError.ConnectionAborted or SocketError.ConnectionReset or SocketError.Interrupted;

    private bool TryAcceptAtOnce(AcceptOperation operation)
    {
        operation.Acceptor.IsAccepting = true;
        AcceptsInFlight++;
        return operation.TryAtOnce();
    }

    private void Forget(Acceptor acceptor)
    {
        if (_accepts.Remove(acceptor, out var operation))
            operation.Dispose();
    }

    private void OpenAccepted(Acceptor acceptor, Socket accepted)
    {
        var socket = TakeNumber();
        try
        {
            socket.Begin(accepted);
        }
        catch (SocketException)
        {
            Close(socket.Number, reset: false);
            return;
        }
        if (Attach(acceptor, socket.Number) is not { } connection)
            return;
        socket.Connection = connection;
        Open(connection);
    }
}
