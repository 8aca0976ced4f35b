using System.Diagnostics;
using Stryke.Web.Actors.Tracing;

namespace Stryke.Web.Actors.Jobs;

/// <summary>
/// Runs a job and tells an observer when it starts and how it ends. Where nobody observes it runs the job and does nothing
/// else.
/// </summary>
public static class ObservedJob
{
    /// <summary>
    /// Runs a job. While it runs, <see cref="CurrentTrace"/> is its trace. What it throws goes on to the caller, after the
    /// observer was told.
    /// </summary>
    /// <param name="observer">Who is told (<see cref="ActorSystem.JobObserver"/>); null for nobody.</param>
    /// <param name="name">What kind of work it is.</param>
    /// <param name="id">Which one; 0 for work that has no number.</param>
    /// <param name="attempt">1 for the first time.</param>
    /// <param name="caller">The trace that asked for the job, where it was kept with it; the default value begins a new one.</param>
    /// <param name="work">The work.</param>
    /// <param name="stopping">Tells the work to stop: an <see cref="OperationCanceledException"/> after that is no failure.</param>
    public static ValueTask Run(
        IJobObserver? observer,
        string name,
        long id,
        int attempt,
        TraceContext caller,
        Func<CancellationToken, ValueTask> work,
        CancellationToken stopping
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(work);
        return observer is null
            ? work(stopping)
            : Observe(observer, new JobStart(name, id, attempt, caller.NewSpan(), Stopwatch.GetTimestamp()), work, stopping);
    }

    private static async ValueTask Observe(
        IJobObserver observer,
        JobStart job,
        Func<CancellationToken, ValueTask> work,
        CancellationToken stopping
    )
    {
        CurrentTrace.Value = job.Trace;
        observer.OnJobStarted(job);
        try
        {
            await work(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Tell(JobOutcome.Cancelled, null);
            throw;
        }
        catch (Exception fault)
        {
            Tell(JobOutcome.Failed, fault);
            throw;
        }

        Tell(JobOutcome.Completed, null);

        void Tell(JobOutcome outcome, Exception? fault) =>
            observer.OnJobEnded(new JobEnd(job, outcome, Stopwatch.GetElapsedTime(job.StartedAt), fault));
    }
}
