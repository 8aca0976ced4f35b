using Stryke.Web.Actors.Workers;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// The only writer of a file: a worker thread with a connection. A core that saves a model posts a command and goes on; its await continues
/// on the core when the command has run. While a transaction is open, the thread runs only the commands of that transaction.
/// </summary>
internal sealed class SqliteWriter : IDatabaseSession, IDisposable
{
    private readonly DatabaseOptions _options;
    private readonly WorkerThread<WriterJob> _thread;

    public SqliteWriter(SqliteSession session, DatabaseOptions options)
    {
        _options = options;
        _thread = new WorkerThread<WriterJob>(
            "sqlite writer",
            options.WriteQueueCapacity,
            job => job.Perform(session),
            static (job, fault) => job.Refuse(StoppedMessage(fault), fault),
            session.Dispose
        );
    }

    public ValueTask Run(Command command) => new(Enqueue(new CommandJob(command)));

    public async ValueTask<IDatabaseTransaction> Begin()
    {
        var transaction = new SqliteTransaction(_options);
        await Enqueue(transaction);
        return transaction;
    }

    /// <summary>Runs the commands that wait and closes the connection.</summary>
    public void Dispose() => _thread.Dispose();

    private Task Enqueue(WriterJob job) => _thread.TryPost(job) ? job.Done : Task.FromException(Refusal());

    private Exception Refusal() =>
        _thread.Fault is { } fault ? new DatabaseException(StoppedMessage(fault), fault)
        : _thread.IsStopped ? new ObjectDisposedException(nameof(Database))
        : new DatabaseBusyException($"{_thread.Capacity} writes are waiting already.");

    private static string StoppedMessage(Exception fault) =>
        $"The writer of the database has stopped after an error, and writes nothing until the app is started again: {fault.Message}";
}
