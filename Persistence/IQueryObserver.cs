namespace Stryke.Web.Persistence;

/// <summary>
/// Is told of each statement that models, queries and <see cref="Database.Execute"/> run: when it starts, and once when it has
/// run or failed. For a log, for metrics, for tracing. See <see cref="Database.Observe"/>.
/// </summary>
/// <remarks>
/// Called by whoever asked for the statement, by several threads at once. It must be quick, must not throw, and must not run
/// statements.
/// </remarks>
public interface IQueryObserver
{
    /// <summary>A statement is about to run, or to wait for its turn.</summary>
    void OnQueryStarted(in QueryStart query);

    /// <summary>A statement has run, or failed. Called where its result arrives.</summary>
    void OnQueryEnded(in QueryEnd query);
}
