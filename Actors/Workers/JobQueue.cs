using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Stryke.Web.Actors.Workers;

/// <summary>A bounded queue that any thread adds to and one thread takes from, which blocks while there is nothing to take.</summary>
/// <typeparam name="TJob">What is queued.</typeparam>
/// <param name="capacity">How many jobs may wait; at least 1.</param>
public sealed class JobQueue<TJob>(int capacity)
    where TJob : class
{
    private readonly Channel<TJob> _jobs = Channel.CreateBounded<TJob>(new BoundedChannelOptions(capacity) { SingleReader = true });
    private volatile bool _isClosed;

    /// <summary>How many jobs may wait.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Whether <see cref="Close"/> was called.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Adds a job. Does not block.</summary>
    /// <returns>False when the queue is full or closed.</returns>
    public bool TryAdd(TJob job) => _jobs.Writer.TryWrite(job);

    /// <summary>Adds a job as soon as there is room for it.</summary>
    /// <returns>False when the queue is closed.</returns>
    public async ValueTask<bool> AddAsync(TJob job)
    {
        while (await _jobs.Writer.WaitToWriteAsync())
        {
            if (TryAdd(job))
                return true;
        }
        return false;
    }

    /// <summary>Takes the next job. Blocks the calling thread until there is one.</summary>
    /// <param name="timeoutMs">How long to wait, in milliseconds; <see cref="Timeout.Infinite"/> for as long as it takes.</param>
    /// <param name="job">The job.</param>
    /// <returns>False when the time is over, or when the queue is closed and empty.</returns>
    public bool TryTake(int timeoutMs, [NotNullWhen(true)] out TJob? job)
    {
        while (!_jobs.Reader.TryRead(out job))
        {
            var wait = _jobs.Reader.WaitToReadAsync().AsTask();
            if (!wait.Wait(timeoutMs) || !wait.Result)
                return false;
        }
        return true;
    }

    /// <summary>Refuses further jobs. Those that are queued can still be taken.</summary>
    public void Close()
    {
        _isClosed = true;
        _jobs.Writer.TryComplete();
    }
}
