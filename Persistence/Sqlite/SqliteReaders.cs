using System.Collections.Concurrent;
using Stryke.Web.Actors;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// The sessions that read. Each core has its own, found without a lock; other threads (commands, specs, work that was offloaded) take one from
/// a pool for the length of a statement.
/// </summary>
internal sealed class SqliteReaders(DatabaseOptions options) : IDatabaseSession, IDisposable
{
    [ThreadStatic]
    private static SqliteReaders? t_owner;

    [ThreadStatic]
    private static SqliteSession? t_session;

    [ThreadStatic]
    private static List<(SqliteReaders Owner, SqliteSession Session)>? t_all;

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
        while (_pool.TryTake(out SqliteSession? session))
            session.Dispose();
        while (_ofCores.TryTake(out SqliteSession? session))
            session.Dispose();
    }

    private SqliteSession OfThisCore()
    {
        if (ReferenceEquals(t_owner, this) && !_closed)
            return t_session!;
        ObjectDisposedException.ThrowIf(_closed, typeof(Database));
        t_session = OfThisCore(t_all ??= []);
        t_owner = this;
        return t_session;
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
        SqliteSession session = SqliteSession.Open(options, readOnly: true);
        _ofCores.Add(session);
        all.Add((this, session));
        return session;
    }

    private void RunPooled(Command command)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(Database));
        if (!_pool.TryTake(out SqliteSession? session))
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
