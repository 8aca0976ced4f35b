using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors.Workers;

/// <summary>
/// A named thread that runs jobs one after another, in the order in which they were posted. For a resource that blocks and that only one
/// thread may use at a time, such as the connection that writes to a database file: a core posts a job and goes on.
/// </summary>
/// <remarks>
/// A job reports its own errors to whoever waits for it. One that throws all the same has left the resource in an unknown state, so the
/// worker stops: it runs no further job and refuses those that wait. The process may end while the thread runs (it is a background thread).
/// </remarks>
/// <typeparam name="TJob">What it runs.</typeparam>
public sealed class WorkerThread<TJob> : IDisposable
    where TJob : class
{
    private readonly JobQueue<TJob> _jobs;
    private readonly Action<TJob> _run;
    private readonly Action<TJob, Exception> _refuse;
    private readonly Action _release;
    private readonly Thread _thread;
    private volatile Exception? _fault;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">The name of the thread, as debuggers and system tools show it.</param>
    /// <param name="capacity">How many jobs may wait; at least 1.</param>
    /// <param name="run">Runs a job.</param>
    /// <param name="refuse">
    /// Tells a job that it will not run to its end, and why: the job that threw, and each that waited behind it. Must not throw.
    /// </param>
    /// <param name="release">Releases the resource. Called once, last, on the thread. Must not throw.</param>
    public WorkerThread(string name, int capacity, Action<TJob> run, Action<TJob, Exception> refuse, Action release)
    {
        _jobs = new JobQueue<TJob>(capacity);
        _run = run;
        _refuse = refuse;
        _release = release;
        _thread = new Thread(Work) { Name = name, IsBackground = true };
        _thread.UnsafeStart();
    }

    /// <summary>How many jobs may wait.</summary>
    public int Capacity => _jobs.Capacity;

    /// <summary>Whether it takes no more jobs: it was disposed, or a job threw.</summary>
    public bool IsStopped => _jobs.IsClosed;

    /// <summary>What a job threw; null when none did.</summary>
    public Exception? Fault => _fault;

    /// <summary>Queues a job. Does not block.</summary>
    /// <returns>False when <see cref="Capacity"/> jobs wait already, and when the worker <see cref="IsStopped"/>.</returns>
    public bool TryPost(TJob job) => _jobs.TryAdd(job);

    /// <summary>Runs the jobs that wait and ends the thread. Blocks until it has ended, unless a job calls this.</summary>
    public void Dispose()
    {
        _jobs.Close();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
    }

    private void Work()
    {
        // A thread inherits the CPU of the core that made it.
        Affinity.FreeCurrentThread();
        while (_jobs.TryTake(Timeout.Infinite, out var job))
        {
            if (_fault is { } fault)
                _refuse(job, fault);
            else
                Run(job);
        }
        _release();
    }

    private void Run(TJob job)
    {
        try
        {
            _run(job);
        }
        catch (Exception fault)
        {
            _fault = fault;
            _jobs.Close();
            _refuse(job, fault);
        }
    }
}
