using Stryke.Web.Actors.Workers;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// A transaction. From BEGIN IMMEDIATE to its end it has the writer thread to itself, which takes jobs from the queue of the transaction.
/// All other writes wait for it, so a transaction that sends nothing for too long is rolled back.
/// </summary>
internal sealed class SqliteTransaction(DatabaseOptions options) : WriterJob, IDatabaseTransaction
{
    private readonly JobQueue<WriterJob> _jobs = new(options.WriteQueueCapacity);
    private volatile string? _ended;

    public ValueTask Run(Command command)
    {
        var job = new CommandJob(command);
        return new(_jobs.TryAdd(job) ? job.Done : Task.FromException(Refusal()));
    }

    public ValueTask Commit() => new(Enqueue(new EndJob(commit: true)));

    public ValueTask Rollback() => _ended is not null ? default : new ValueTask(RollbackNow());

    public override void Perform(SqliteSession session)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
        }
        catch (Exception error)
        {
            Fail(error);
            return;
        }
        Complete();
        Serve(session);
    }

    private void Serve(SqliteSession session)
    {
        string why = "The transaction was rolled back after an error in it.";
        try
        {
            why = RunJobs(session);
        }
        finally
        {
            Close(why);
        }
    }

    /// <returns>Why the transaction has ended, for jobs that come too late.</returns>
    private string RunJobs(SqliteSession session)
    {
        while (_jobs.TryTake(options.TransactionIdleTimeoutMs, out var job))
        {
            job.Perform(session);
            if (job is EndJob { IsOver: true })
                return "The transaction has ended: something in it was not awaited.";

            // INSERT OR ROLLBACK, RAISE(ROLLBACK) and a full disk end it: what came now would be committed on its own.
            if (!session.IsInTransaction)
                return "SQLite has rolled the transaction back after an error in it.";
        }
        if (session.IsInTransaction)
            session.Execute("ROLLBACK");
        return $"The transaction was rolled back: nothing came from it for {options.TransactionIdleTimeoutMs} ms, and all other writes waited.";
    }

    private void Close(string why)
    {
        _ended = why;
        _jobs.Close();
        while (_jobs.TryTake(0, out var late))
            late.Refuse(why);
    }

    private Task Enqueue(EndJob job) => _jobs.TryAdd(job) ? job.Done : EnqueueLater(job);

    /// <summary>COMMIT and ROLLBACK wait for room in the queue where a command is refused: somebody has to end the transaction.</summary>
    private async Task EnqueueLater(EndJob job)
    {
        if (!await _jobs.AddAsync(job))
            throw Refusal();
        await job.Done;
    }

    private DatabaseException Refusal() =>
        _jobs.IsClosed
            ? new DatabaseException(_ended ?? "The transaction has ended.")
            : new DatabaseBusyException($"{_jobs.Capacity} statements of this transaction are waiting already.");

    private async Task RollbackNow()
    {
        try
        {
            await Enqueue(new EndJob(commit: false));
        }
        catch (DatabaseException) when (_ended is not null)
        {
            // It ended in the meantime.
        }
    }
}
