using System.Threading.Channels;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// The one that writes to a file: a thread with a connection and a queue. A core that saves something puts a command into the queue
/// and goes on; its await comes home when the command is done. While a transaction is open the thread serves only that one.
/// </summary>
internal sealed class SqliteWriter : IDatabaseSession, IDisposable
{
    private readonly Channel<WriterJob> _jobs;
    private readonly SqliteSession _session;
    private readonly DatabaseOptions _options;
    private readonly Thread _thread;

    public SqliteWriter(SqliteSession session, DatabaseOptions options)
    {
        _session = session;
        _options = options;
        _jobs = Channel.CreateBounded<WriterJob>(new BoundedChannelOptions(options.WriteQueueCapacity) { SingleReader = true });
        _thread = new Thread(Work) { Name = "sqlite writer", IsBackground = true };
        _thread.Start();
    }

    public ValueTask Run(Command command) => new(Enqueue(new CommandJob(command)));

    public async ValueTask<IDatabaseTransaction> Begin()
    {
        var transaction = new SqliteTransaction(_options.TransactionIdleTimeoutMs);
        await Enqueue(transaction);
        return transaction;
    }

    /// <summary>Ends the thread, after what is in the queue.</summary>
    public void Dispose()
    {
        _jobs.Writer.TryComplete();
        if (Thread.CurrentThread != _thread)
            _thread.Join();
    }

    private Task Enqueue(WriterJob job)
    {
        if (_jobs.Writer.TryWrite(job))
            return job.Done;
        return Task.FromException(
            _jobs.Reader.Completion.IsCompleted || !_thread.IsAlive
                ? new ObjectDisposedException(nameof(Database))
                : new DatabaseBusyException($"{_options.WriteQueueCapacity} writes are waiting already.")
        );
    }

    private void Work()
    {
        while (WriterJob.TryTake(_jobs.Reader, Timeout.Infinite, out var job))
            job.Perform(_session);
        _session.Dispose();
    }
}
