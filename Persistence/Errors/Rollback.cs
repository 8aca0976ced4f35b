namespace Stryke.Web.Persistence;

/// <summary>
/// Throw it in a transaction to roll that back. <see cref="Database.Transaction(Func{Task})"/> does not rethrow it.
/// </summary>
public sealed class Rollback() : Exception("The transaction was rolled back.");
