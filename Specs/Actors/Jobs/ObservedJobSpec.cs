using Stryke.Web.Actors.Jobs;
using Stryke.Web.Actors.Tracing;
using Xunit;

namespace Stryke.Web.Specs.Actors.Jobs;

/// <summary>An observer of jobs is told of each once when it starts and once when it has ended, whatever became of it.</summary>
public sealed class ObservedJobSpec
{
    private readonly RecordingJobs _jobs = new();

    [Fact]
    public async Task A_job_is_told_before_it_runs_and_when_it_is_done()
    {
        var caller = TraceContext.NewTrace();
        await Run(
            async _ =>
            {
                Assert.Equal(("SendMail", 42L, 2), (_jobs.Started[0].Name, _jobs.Started[0].Id, _jobs.Started[0].Attempt));
                await Task.Yield();
                Assert.Empty(_jobs.Ended);
            },
            caller
        );

        var job = Assert.Single(_jobs.Started);
        Assert.Equal((caller.TraceId, caller.SpanId), (job.Trace.TraceId, job.Trace.ParentSpanId));
        var end = Assert.Single(_jobs.Ended);
        Assert.Equal((job, JobOutcome.Completed, null), (end.Job, end.Outcome, end.Fault));
        Assert.True(end.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task What_it_throws_is_told_and_goes_on_to_the_caller()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(_ => throw new InvalidOperationException("boom")));
        var end = Assert.Single(_jobs.Ended);
        Assert.Equal((JobOutcome.Failed, fault), (end.Outcome, end.Fault));
    }

    [Fact]
    public async Task One_that_was_told_to_stop_has_not_failed()
    {
        using var stopping = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Run(
                async token =>
                {
                    await stopping.CancelAsync();
                    token.ThrowIfCancellationRequested();
                },
                stopping: stopping.Token
            )
        );
        Assert.Equal((JobOutcome.Cancelled, null), (Assert.Single(_jobs.Ended).Outcome, _jobs.Ended[0].Fault));
    }

    [Fact]
    public async Task One_that_gives_up_unasked_has_failed()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(_ => throw new OperationCanceledException()));
        Assert.Equal(JobOutcome.Failed, Assert.Single(_jobs.Ended).Outcome);
    }

    [Fact]
    public async Task Its_trace_is_the_current_one_while_it_runs_and_no_longer()
    {
        var seen = new List<TraceContext>();
        await Run(async _ =>
        {
            seen.Add(CurrentTrace.Value);
            await Task.Run(() => seen.Add(CurrentTrace.Value));
            seen.Add(CurrentTrace.Value);
        });
        Assert.Equal(3, seen.Count);
        Assert.All(seen, trace => Assert.Equal(_jobs.Started[0].Trace, trace));
        Assert.False(CurrentTrace.Value.IsValid);
    }

    [Fact]
    public async Task Where_nobody_observes_it_just_runs()
    {
        bool hasRun = false;
        await ObservedJob.Run(
            null,
            "SendMail",
            1,
            1,
            default,
            _ =>
            {
                hasRun = !CurrentTrace.Value.IsValid;
                return ValueTask.CompletedTask;
            },
            CancellationToken.None
        );
        Assert.True(hasRun);
    }

    private Task Run(Func<CancellationToken, ValueTask> work, TraceContext caller = default, CancellationToken stopping = default) =>
        ObservedJob.Run(_jobs, "SendMail", 42, 2, caller, work, stopping).AsTask();
}
