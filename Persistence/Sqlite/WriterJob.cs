using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// Something that the writer thread is to do, and whoever waits for it. What waits never runs on the writer thread: it goes home to its core's
/// synchronization context, or to the thread pool.
/// </summary>
internal abstract class WriterJob
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    /// <summary>Does it. Errors go to whoever waits.</summary>
    public abstract void Perform(SqliteSession session);

    /// <summary>Waits on the writer thread for the next job; false when the time is over or there will be none.</summary>
    public static bool TryTake(ChannelReader<WriterJob> jobs, int timeoutMs, [NotNullWhen(true)] out WriterJob? job)
    {
        while (!jobs.TryRead(out job))
        {
            var wait = jobs.WaitToReadAsync().AsTask();
            if (!wait.Wait(timeoutMs) || !wait.Result)
                return false;
        }
        return true;
    }

    protected void Complete() => _done.SetResult();

    protected void Fail(Exception error) => _done.SetException(error);
}
