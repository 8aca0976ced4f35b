namespace Stryke.Web.Actors.Jobs;

/// <summary>What became of a job.</summary>
/// <param name="Job">What was told when it started.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it ran.</param>
/// <param name="Fault">Why it failed; null unless <paramref name="Outcome"/> is <see cref="JobOutcome.Failed"/>.</param>
public readonly record struct JobEnd(JobStart Job, JobOutcome Outcome, TimeSpan Elapsed, Exception? Fault);
