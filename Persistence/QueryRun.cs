namespace Stryke.Web.Persistence;

/// <summary>A statement that has run.</summary>
/// <param name="Sql">Its text, with <c>?</c> for values. Values are not told: they may be secrets.</param>
/// <param name="Elapsed">How long it took, from when it was asked for; a write has waited for its turn.</param>
/// <param name="Rows">How many rows it gave, or changed.</param>
/// <param name="Changed">How many rows it inserted, changed or deleted.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
public readonly record struct QueryRun(string Sql, TimeSpan Elapsed, long Rows, long Changed, Exception? Fault);
