using System.Collections.Concurrent;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Specs.Persistence;

/// <summary>A database that notes the statements that pass through the seam. It is also the proof that the seam can be stood on.</summary>
public sealed class WatchedDatabase(IDatabase inner) : IDatabase
{
    private readonly ConcurrentQueue<string> _statements = [];

    public IReadOnlyList<string> Statements => [.. _statements];

    public Dialect Dialect => inner.Dialect;

    public IDatabaseSession Reader => new Session(inner.Reader, _statements);

    public IDatabaseSession Writer => new Session(inner.Writer, _statements);

    public async ValueTask<IDatabaseTransaction> Begin()
    {
        _statements.Enqueue("BEGIN");
        return new Transaction(await inner.Begin(), _statements);
    }

    public void Forget() => _statements.Clear();

    public void Dispose() => inner.Dispose();

    private sealed class Session(IDatabaseSession inner, ConcurrentQueue<string> statements) : IDatabaseSession
    {
        public ValueTask Run(Command command)
        {
            statements.Enqueue(command.Sql.Text);
            return inner.Run(command);
        }
    }

    private sealed class Transaction(IDatabaseTransaction inner, ConcurrentQueue<string> statements) : IDatabaseTransaction
    {
        public ValueTask Run(Command command)
        {
            statements.Enqueue(command.Sql.Text);
            return inner.Run(command);
        }

        public ValueTask Commit()
        {
            statements.Enqueue("COMMIT");
            return inner.Commit();
        }

        public ValueTask Rollback()
        {
            statements.Enqueue("ROLLBACK");
            return inner.Rollback();
        }
    }
}
