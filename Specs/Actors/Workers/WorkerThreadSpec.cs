using Stryke.Web.Actors.Workers;
using Xunit;

namespace Stryke.Web.Specs.Actors.Workers;

public sealed class WorkerThreadSpec
{
    private readonly List<string> _log = [];

    [Fact]
    public void Jobs_run_one_after_another_on_the_thread_that_has_the_name()
    {
        HashSet<string?> threads = [];
        using (var worker = Start(_ => threads.Add(Thread.CurrentThread.Name)))
        {
            for (int i = 0; i < 100; i++)
                Assert.True(worker.TryPost($"{i}"));
        }

        Assert.Equal("spec worker", Assert.Single(threads));
        Assert.Equal([.. Enumerable.Range(0, 100).Select(i => $"ran {i}"), "released"], _log);
    }

    [Fact]
    public void A_full_queue_refuses_a_job()
    {
        using var begun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        using (var worker = Start(job => Hold(job, begun, release), capacity: 2))
        {
            Assert.True(worker.TryPost("held"));
            Assert.True(begun.Wait(TimeSpan.FromMinutes(1)), "the worker has not begun");
            Assert.True(worker.TryPost("a"));
            Assert.True(worker.TryPost("b"));
            Assert.False(worker.TryPost("c"));
            Assert.False(worker.IsStopped);
            release.Set();
        }

        Assert.Equal(["ran held", "ran a", "ran b", "released"], _log);
    }

    [Fact]
    public void Dispose_runs_the_jobs_that_wait_and_refuses_later_ones()
    {
        using var begun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var worker = Start(job => Hold(job, begun, release));
        Assert.True(worker.TryPost("held"));
        Assert.True(worker.TryPost("a"));
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)), "the worker has not begun");

        var stopping = Task.Run(worker.Dispose);
        Assert.True(SpinWait.SpinUntil(() => worker.IsStopped, TimeSpan.FromMinutes(1)), "the worker takes jobs");
        Assert.False(worker.TryPost("late"));
        Assert.False(stopping.IsCompleted);
        release.Set();
        worker.Dispose();

        Assert.Equal(["ran held", "ran a", "released"], _log);
        Assert.Null(worker.Fault);
    }

    [Fact]
    public void A_job_may_dispose_its_worker()
    {
        WorkerThread<string> worker = null!;
        using var isSet = new ManualResetEventSlim();
        worker = Start(_ =>
        {
            Assert.True(isSet.Wait(TimeSpan.FromMinutes(1)));
            worker.Dispose();
        });
        Assert.True(worker.TryPost("a"));
        Assert.True(worker.TryPost("b"));
        isSet.Set();
        worker.Dispose();

        Assert.Equal(["ran a", "ran b", "released"], _log);
    }

    [Fact]
    public void A_job_that_throws_stops_the_worker_and_those_behind_it_are_refused()
    {
        using var begun = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var worker = Start(job =>
        {
            Hold(job, begun, release);
            throw new InvalidOperationException("broken");
        });
        Assert.True(worker.TryPost("held"));
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)), "the worker has not begun");
        Assert.True(worker.TryPost("a"));
        Assert.True(worker.TryPost("b"));
        release.Set();
        worker.Dispose();

        Assert.Equal(["refused held: broken", "refused a: broken", "refused b: broken", "released"], _log);
        Assert.True(worker.IsStopped);
        Assert.Equal("broken", worker.Fault?.Message);
        Assert.False(worker.TryPost("late"));
    }

    private static void Hold(string job, ManualResetEventSlim begun, ManualResetEventSlim release)
    {
        if (job != "held")
            return;
        begun.Set();
        Assert.True(release.Wait(TimeSpan.FromMinutes(1)), "nobody has released the worker");
    }

    /// <summary>Only the worker writes to the log, and it has ended when a spec reads it.</summary>
    private WorkerThread<string> Start(Action<string> run, int capacity = 1000) =>
        new(
            "spec worker",
            capacity,
            job =>
            {
                run(job);
                _log.Add($"ran {job}");
            },
            (job, fault) => _log.Add($"refused {job}: {fault.Message}"),
            () => _log.Add("released")
        );
}
