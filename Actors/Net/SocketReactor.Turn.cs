using System.Diagnostics.CodeAnalysis;

namespace Stryke.Web.Actors.Net;

// What the core asks for in its turns, and at its stop.
internal abstract partial class SocketReactor
{
    private readonly List<Acceptor> _acceptors = [];

    // Connections to settle at the end of the turn, from the next one on, in the order in which they asked.
    private ConnectionActor[] _unsettled = new ConnectionActor[64];
    private int _unsettledCount;
    private int _nextUnsettled;

    internal sealed override int ConnectionCount => Connections.Count;

    internal sealed override bool IsEmpty => Connections.Count == 0 && AcceptsInFlight == 0;

    internal void AddAcceptor(Acceptor acceptor)
    {
        _acceptors.Add(acceptor);
        StartAccepting(acceptor);
        if (Core.IsDraining)
            acceptor.Close();
    }

    internal sealed override void Drain()
    {
        foreach (var acceptor in _acceptors)
            acceptor.Close();
        foreach (var connection in Connections.Snapshot())
            Drain(connection);
    }

    internal sealed override void Abort()
    {
        foreach (var connection in Connections.Snapshot())
            Finish(connection, reset: true);
    }

    internal sealed override IReadOnlyList<string> InFlight() =>
        [.. Connections.Snapshot().Select(connection => connection.Activity).OfType<string>()];

    /// <summary>The connection asked for something outside of its callbacks: it is settled at the end of the turn.</summary>
    internal void AddUnsettled(ConnectionActor connection)
    {
        if (_unsettledCount == _unsettled.Length)
            Array.Resize(ref _unsettled, _unsettledCount * 2);
        connection.IsUnsettled = true;
        _unsettled[_unsettledCount++] = connection;
        HasUnsettled = true;
    }

    // The loop over these is each backend's own, so that its call of Settle is a direct one.
    private protected bool TryTakeUnsettled([NotNullWhen(true)] out ConnectionActor? connection)
    {
        if (_nextUnsettled == _unsettledCount)
        {
            _nextUnsettled = _unsettledCount = 0;
            HasUnsettled = false;
            connection = null;
            return false;
        }
        connection = _unsettled[_nextUnsettled];
        _unsettled[_nextUnsettled++] = null!;
        connection.IsUnsettled = false;
        return true;
    }
}
