using System.Collections.Concurrent;
using Stryke.Web.Actors;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// The sessions that read. Each core has its own, found without a lock; other threads (commands, specs, work that was offloaded) take one
/// from a pool for the length of a statement.
/// </summary>
internal sealed class SqliteReaders(DatabaseOptions options) : IDatabaseSession, IDisposable
{
    [ThreadStatic]
    private static SqliteReaders? s_owner;

    [ThreadStatic]
    private static SqliteSession? s_session;

    [ThreadStatic]
    private static List<(SqliteReaders Owner, SqliteSession Session)>? s_all;

    private readonly ConcurrentBag<SqliteSession> _pool = [];
    private readonly ConcurrentBag<SqliteSession> _ofCores = [];
    private volatile bool _closed;

    public ValueTask Run(Command command)
    {
        try
        {
            if (Core.Current is null)
                RunPooled(command);
            else
                OfThisCore().Run(command);
            return default;
        }
        catch (Exception error)
        {
            return ValueTask.FromException(error);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_pool.TryTake(out var session))
            session.Dispose();
        while (_ofCores.TryTake(out var session))
            session.Dispose();
    }

    private SqliteSession OfThisCore()
    {
        if (ReferenceEquals(s_owner, this) && !_closed)
            return s_session!;
        ObjectDisposedException.ThrowIf(_closed, typeof(Database));
        s_session = OfThisCore(s_all ??= []);
        s_owner = this;
        return s_session;
    }

    /// <summary>The slower way, for a core that reads from several databases in turn.</summary>
    private SqliteSession OfThisCore(List<(SqliteReaders Owner, SqliteSession Session)> all)
    {
        all.RemoveAll(static one => one.Owner._closed);
        foreach (var (owner, known) in all)
        {
            if (ReferenceEquals(owner, this))
                return known;
        }
        var session = SqliteSession.Open(options, readOnly: true);
        _ofCores.Add(session);
        all.Add((this, session));
        return session;
    }

    private void RunPooled(Command command)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(Database));
        if (!_pool.TryTake(out var session))
            session = SqliteSession.Open(options, readOnly: true);
        try
        {
            session.Run(command);
        }
        finally
        {
            if (_closed)
                session.Dispose();
            else
                _pool.Add(session);
        }
    }
}
