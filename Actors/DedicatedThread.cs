using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors;

/// <summary>
/// Work that may block for ever, at times when nobody can wait for it: while the process ends. It does not need the thread pool, which may
/// be full.
/// </summary>
public static class DedicatedThread
{
    /// <summary>Runs <paramref name="work"/> on a thread of its own and waits for it, but no longer than a time.</summary>
    /// <param name="work">What is to be done. It goes on when the time is over.</param>
    /// <param name="atMost">How long to wait; a negative time is none.</param>
    /// <returns>False when it has not ended by then.</returns>
    /// <exception cref="AggregateException">It has failed.</exception>
    public static bool TryRun(Action work, TimeSpan atMost)
    {
        ArgumentNullException.ThrowIfNull(work);
        var done = new TaskCompletionSource();
        Start(() =>
        {
            try
            {
                work();
                done.SetResult();
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        });
        return done.Task.Wait(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero);
    }

    /// <summary>Runs <paramref name="work"/> after a time, unless what is returned was disposed of before.</summary>
    /// <param name="due">How long to wait first.</param>
    /// <param name="work">What is to be done then.</param>
    public static IDisposable RunAfter(TimeSpan due, Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var revoked = new Revocation();
        Start(() =>
        {
            if (!revoked.Wait(due))
                work();
        });
        return revoked;
    }

    /// <summary>
    /// Ends the process at once. No code of it runs any more, and no thread of it is waited for; files are left as they are.
    /// </summary>
    /// <param name="status">What the process leaves with.</param>
    public static void ExitProcess(int status)
    {
        if (OperatingSystem.IsLinux())
            Libc.Exit(status);
#pragma warning disable RS0030 // For Host, which decides when.
        Environment.Exit(status);
#pragma warning restore RS0030
    }

    /// <summary>
    /// Starts <paramref name="work"/> on a new thread that may use every CPU. A process without a descriptor to spare cannot start one;
    /// then the thread pool has to do.
    /// </summary>
    internal static void Start(Action work, string name = "stryke end")
    {
        void Run()
        {
            Affinity.FreeCurrentThread();
            work();
        }

        try
        {
            new Thread(Run) { IsBackground = true, Name = name }.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static run => run(), work, preferLocal: false);
        }
    }

    private sealed class Revocation : IDisposable
    {
        private readonly ManualResetEventSlim _isRevoked = new();

        public bool Wait(TimeSpan time) => _isRevoked.Wait(time);

        public void Dispose() => _isRevoked.Set();
    }
}
