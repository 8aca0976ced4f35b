namespace Stryke.Web.Persistence;

/// <summary>What became of a statement.</summary>
/// <param name="Query">What was told when it started.</param>
/// <param name="Elapsed">How long it took, from when it was asked for; a write has waited for its turn.</param>
/// <param name="Rows">How many rows it gave, or changed.</param>
/// <param name="Changed">How many rows it inserted, changed or deleted.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
public readonly record struct QueryEnd(QueryStart Query, TimeSpan Elapsed, long Rows, long Changed, Exception? Fault);
