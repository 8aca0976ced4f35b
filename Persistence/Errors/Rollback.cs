namespace Stryke.Web.Persistence;

/// <summary>
/// Thrown in a transaction to undo it and go on after it: the only exception that <see cref="Database.Transaction(Func{Task})"/>
/// does not hand on.
/// </summary>
public sealed class Rollback() : Exception("The transaction was rolled back.");
