namespace Stryke.Web.Persistence;

/// <summary>
/// Is told of each statement that models, queries and <see cref="Database.Execute"/> have run: for a log, or to count. See <see
/// cref="Database.Observer"/>.
/// </summary>
public abstract class QueryObserver
{
    /// <summary>A statement has run, or failed. Called where its result arrives: it must be quick and must not run statements.</summary>
    public abstract void OnRan(in QueryRun run);
}
