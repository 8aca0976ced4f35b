namespace Stryke.Web.Actors.Net;

/// <summary>A core's connections, by descriptor (portable: by number): an array, because both are small and dense.</summary>
internal sealed class ConnectionTable
{
    private ConnectionActor?[] _byFd = new ConnectionActor?[256];
    private uint _generation;

    internal int Count { get; private set; }

    /// <summary>The number for the next connection; 24 bits, because io_uring's user data has room for that many.</summary>
    internal uint NextGeneration() => _generation = (_generation + 1) & 0xFF_FFFF;

    /// <summary>Null when that connection has ended, even if its descriptor is in use again.</summary>
    internal ConnectionActor? Find(int fd, uint generation)
    {
        var table = _byFd;
        if ((uint)fd >= (uint)table.Length)
            return null;
        var connection = table[fd];
        return connection is not null && connection.Generation == generation ? connection : null;
    }

    internal void Add(ConnectionActor connection)
    {
        if (connection.Fd >= _byFd.Length)
            Array.Resize(ref _byFd, Math.Max(connection.Fd + 1, _byFd.Length * 2));
        _byFd[connection.Fd] = connection;
        Count++;
    }

    internal void Remove(ConnectionActor connection)
    {
        _byFd[connection.Fd] = null;
        Count--;
    }

    /// <summary>
    /// Of the next <paramref name="candidates"/> connections that have been idle since <paramref name="before"/>, the one that has been for
    /// longest; null when there is none in the next <paramref name="places"/>.
    /// </summary>
    internal ConnectionActor? LongestIdle(ref int next, int places, int candidates, long before)
    {
        ConnectionActor? longest = null;
        long since = long.MaxValue;
        for (int i = Math.Min(places, _byFd.Length); i > 0 && candidates > 0; i--)
        {
            next = next + 1 < _byFd.Length ? next + 1 : 0;
            if (_byFd[next] is not { IsOpen: true, IsSending: false } connection || connection.IdleSinceMs > before)
                continue;
            candidates--;
            if (connection.IdleSinceMs < since)
                (longest, since) = (connection, connection.IdleSinceMs);
        }
        return longest;
    }

    /// <summary>All connections of this moment; for stopping, not for the hot path.</summary>
    internal List<ConnectionActor> Snapshot() => [.. _byFd.OfType<ConnectionActor>()];
}
