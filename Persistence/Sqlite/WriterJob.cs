namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// A job of the writer thread, and the task of whoever waits for it. The continuation of that task never runs on the writer thread: it runs
/// on the core that it came from, or on the thread pool.
/// </summary>
internal abstract class WriterJob
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the job was run.</summary>
    public Task Done => _done.Task;

    /// <summary>Runs the job on the writer thread. Errors go to <see cref="Done"/>.</summary>
    public abstract void Perform(SqliteSession session);

    /// <summary>Fails a job that is not going to run. One that has run stays as it is.</summary>
    public void Refuse(string why, Exception? inner = null) => _done.TrySetException(new DatabaseException(why, inner));

    protected void Complete() => _done.SetResult();

    protected void Fail(Exception error) => _done.SetException(error);
}
