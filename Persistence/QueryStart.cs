using Stryke.Web.Actors.Tracing;

namespace Stryke.Web.Persistence;

/// <summary>A statement that is about to run.</summary>
/// <param name="Sql">Its text, with <c>?</c> for values. Values are not told: they may be secrets.</param>
/// <param name="Trace">The request or job that asked for it; not valid outside of those.</param>
/// <param name="StartedAt">When it was asked for, as a <see cref="System.Diagnostics.Stopwatch"/> time stamp.</param>
public readonly record struct QueryStart(string Sql, TraceContext Trace, long StartedAt);
