using Stryke.Web.Actors.Tracing;

namespace Stryke.Web.Actors.Jobs;

/// <summary>A job that is about to run.</summary>
/// <param name="Name">What kind of work it is, such as <c>SendWelcomeMail</c>.</param>
/// <param name="Id">Which one: its number in the queue; 0 for work that has none.</param>
/// <param name="Attempt">1 for the first time, 2 for the first retry.</param>
/// <param name="Trace">Its trace: the work itself, and the span that asked for it where that is known.</param>
/// <param name="StartedAt">When it started, as a <see cref="System.Diagnostics.Stopwatch"/> time stamp.</param>
public readonly record struct JobStart(string Name, long Id, int Attempt, TraceContext Trace, long StartedAt);
