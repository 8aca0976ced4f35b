namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// A database as models and queries use it: a dialect, a session to read from, one to write to, and transactions. No code above this
/// interface knows which database it is.
/// </summary>
public interface IDatabase : IDisposable
{
    /// <summary>How this database writes SQL.</summary>
    Dialect Dialect { get; }

    /// <summary>Runs reading commands for the calling thread; on a core, on that core.</summary>
    IDatabaseSession Reader { get; }

    /// <summary>Runs writing commands, each a transaction of its own.</summary>
    IDatabaseSession Writer { get; }

    /// <summary>Begins a transaction. Completes when those before it have ended.</summary>
    ValueTask<IDatabaseTransaction> Begin();
}
