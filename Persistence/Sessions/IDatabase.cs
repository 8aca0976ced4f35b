namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// What a database is to models and queries: a dialect, a session to read from, one to write to, and transactions. Nothing above
/// this seam knows which database it is or how its connections are made.
/// </summary>
public interface IDatabase : IDisposable
{
    /// <summary>How this database writes SQL.</summary>
    Dialect Dialect { get; }

    /// <summary>Runs reading commands for the calling thread; on a core, on that core.</summary>
    IDatabaseSession Reader { get; }

    /// <summary>Runs writing commands, each a transaction of its own.</summary>
    IDatabaseSession Writer { get; }

    /// <summary>Begins a transaction; the task completes when it is this one's turn.</summary>
    ValueTask<IDatabaseTransaction> Begin();
}
