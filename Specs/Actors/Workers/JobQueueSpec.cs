using Stryke.Web.Actors.Workers;
using Xunit;

namespace Stryke.Web.Specs.Actors.Workers;

public sealed class JobQueueSpec
{
    [Fact]
    public void Jobs_come_out_in_the_order_in_which_they_were_added()
    {
        var queue = new JobQueue<string>(8);
        foreach (string job in (string[])["a", "b", "c"])
            Assert.True(queue.TryAdd(job));

        Assert.Equal(["a", "b", "c"], Drain(queue));
    }

    [Fact]
    public void A_full_queue_refuses_a_job_until_another_was_taken()
    {
        var queue = new JobQueue<string>(2);
        Assert.True(queue.TryAdd("a"));
        Assert.True(queue.TryAdd("b"));
        Assert.False(queue.TryAdd("c"));

        Assert.True(queue.TryTake(0, out string? first));
        Assert.Equal("a", first);
        Assert.True(queue.TryAdd("c"));
        Assert.False(queue.TryAdd("d"));
        Assert.Equal(["b", "c"], Drain(queue));
    }

    [Fact]
    public async Task AddAsync_waits_for_room()
    {
        var queue = new JobQueue<string>(1);
        Assert.True(await queue.AddAsync("a"));
        var second = queue.AddAsync("b").AsTask();
        Assert.False(second.IsCompleted);

        Assert.True(queue.TryTake(0, out _));

        Assert.True(await second);
        Assert.Equal(["b"], Drain(queue));
    }

    [Fact]
    public async Task AddAsync_ends_when_the_queue_is_closed()
    {
        var queue = new JobQueue<string>(1);
        Assert.True(queue.TryAdd("a"));
        var second = queue.AddAsync("b").AsTask();

        queue.Close();

        Assert.False(await second);
        Assert.Equal(["a"], Drain(queue));
    }

    [Fact]
    public void A_closed_queue_takes_no_jobs_and_gives_those_that_it_has()
    {
        var queue = new JobQueue<string>(4);
        Assert.True(queue.TryAdd("a"));
        Assert.False(queue.IsClosed);

        queue.Close();

        Assert.True(queue.IsClosed);
        Assert.False(queue.TryAdd("b"));
        Assert.True(queue.TryTake(Timeout.Infinite, out string? left));
        Assert.Equal("a", left);
        Assert.False(queue.TryTake(Timeout.Infinite, out _));
    }

    [Fact]
    public async Task TryTake_blocks_until_another_thread_adds_a_job()
    {
        var queue = new JobQueue<string>(4);
        var taken = Task.Run(() => queue.TryTake(Timeout.Infinite, out string? job) ? job : null);

        Assert.True(queue.TryAdd("a"));

        Assert.Equal("a", await taken);
    }

    private static List<string> Drain(JobQueue<string> queue)
    {
        List<string> jobs = [];
        while (queue.TryTake(0, out string? job))
            jobs.Add(job);
        return jobs;
    }
}
