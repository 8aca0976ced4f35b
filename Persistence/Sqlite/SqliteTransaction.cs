using System.Threading.Channels;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// A transaction: the writer thread belongs to it from BEGIN IMMEDIATE to its end, and takes jobs from its queue. One whose owner sends
/// nothing for too long is rolled back, since all other writes wait for it.
/// </summary>
internal sealed class SqliteTransaction(int idleTimeoutMs) : WriterJob, IDatabaseTransaction
{
    private readonly Channel<WriterJob> _jobs = Channel.CreateUnbounded<WriterJob>(new UnboundedChannelOptions { SingleReader = true });
    private volatile string? _over;

    public ValueTask Run(Command command) => new(Enqueue(new CommandJob(command)));

    public ValueTask Commit() => new(Enqueue(new EndJob(commit: true)));

    public ValueTask Rollback() => _over is not null ? default : new ValueTask(RollbackNow());

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
        while (TryTake(_jobs.Reader, idleTimeoutMs, out var job))
        {
            job.Perform(session);
            if (job is EndJob { IsOver: true })
            {
                Close("The transaction has ended: something in it was not awaited.");
                return;
            }
            if (session.IsInTransaction)
                continue;
            // INSERT OR ROLLBACK, RAISE(ROLLBACK) and a full disk end it: what came now would count by itself.
            Close("SQLite has rolled the transaction back after an error in it.");
            return;
        }
        if (session.IsInTransaction)
            session.Execute("ROLLBACK");
        Close($"The transaction was rolled back: nothing came from it for {idleTimeoutMs} ms, and all other writes waited.");
    }

    private void Close(string why)
    {
        _over = why;
        _jobs.Writer.TryComplete();
        while (_jobs.Reader.TryRead(out var late))
            (late as CommandJob)?.Refuse(why);
    }

    private Task Enqueue(WriterJob job) =>
        _jobs.Writer.TryWrite(job) ? job.Done : Task.FromException(new DatabaseException(_over ?? "The transaction has ended."));

    private async Task RollbackNow()
    {
        try
        {
            await Enqueue(new EndJob(commit: false));
        }
        catch (DatabaseException) when (_over is not null)
        {
            // It ended in the meantime.
        }
    }
}
