using System.Diagnostics;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Persistence.Sqlite;
using Stryke.Web.Persistence.Transactions;

namespace Stryke.Web.Persistence;

/// <summary>
/// An open database, which runs queries and transactions. The models of an app use <see cref="Default"/>.
/// </summary>
public sealed class Database : IDisposable
{
    private static Database? s_default;

    private readonly Lock _observing = new();
    private IQueryObserver[] _observers = [];

    /// <summary>A database over a connection.</summary>
    public Database(IDatabase connection)
    {
        Connection = connection;
        NullAsDefault = new NullAsDefaultColumns(this);
        Statements = new SqlCache(connection.Dialect, NullAsDefault);
    }

    /// <summary>The app's database. Set once when the app starts.</summary>
    /// <exception cref="InvalidOperationException">None was set.</exception>
    public static Database Default
    {
        get =>
            s_default ?? throw new InvalidOperationException("No database is open: open one with Database.Open and set Database.Default.");
        set => s_default = value;
    }

    /// <summary>The database that models use here: that of the enclosing <see cref="Use"/>, else <see cref="Default"/>.</summary>
    public static Database Current => Ambient.Current?.Database ?? Default;

    /// <summary>The connection to the database.</summary>
    public IDatabase Connection { get; }

    /// <summary>
    /// The migrations of the app, so that an error about a missing table or column can say whether to run one or to write one. Default
    /// null.
    /// </summary>
    public IReadOnlyList<MigrationInfo>? Migrations { get; set; }

    internal SqlCache Statements { get; }

    internal NullAsDefaultColumns NullAsDefault { get; }

    /// <summary>Opens a SQLite database, and makes its file when there is none.</summary>
    /// <exception cref="DatabaseException">The folder does not exist, or the file is not a database or cannot be written.</exception>
    public static Database Open(DatabaseOptions options) => new(SqliteDatabase.Open(options));

    /// <summary>Tells an observer of each statement from now on, after those that are told already. From any thread.</summary>
    public void Observe(IQueryObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        lock (_observing)
            Volatile.Write(ref _observers, [.. _observers, observer]);
    }

    /// <summary>Makes this the <see cref="Current"/> database of this flow of calls, until the result is disposed of.</summary>
    public IDisposable Use() => Ambient.Enter(this);

    /// <summary>
    /// Runs <paramref name="body"/> in a transaction. What models and queries do in it is committed when it returns and rolled back when it
    /// throws (the exception is rethrown, but for a <see cref="Rollback"/>). Within a transaction it is a savepoint. Other writes wait
    /// meanwhile: keep it short, and await nothing else in it.
    /// </summary>
    public Task Transaction(Func<Task> body) =>
        Transaction(async () =>
        {
            await body();
            return true;
        });

    /// <summary>
    /// Runs <paramref name="body"/> in a transaction and returns its result, or the default of its type after a <see cref="Rollback"/>.
    /// </summary>
    public async Task<T?> Transaction<T>(Func<Task<T>> body)
    {
        if (Ambient.Current is { Transaction: { } open } here && ReferenceEquals(here.Database, this))
            return await open.Nested(body);
        var scope = new TransactionScope(await Connection.Begin());
        Ambient.Current = new Ambient(this, scope);
        return await scope.Run(body);
    }

    /// <summary>
    /// Runs SQL. One statement takes a value for each <c>?</c>. Several, separated by semicolons, take none and are committed together or
    /// not at all. It cannot begin or end a transaction: use <see cref="Transaction(Func{Task})"/>.
    /// </summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="values">The values of the one statement.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="DatabaseException">A statement failed, or is not SQL. <see cref="DatabaseException.Place"/> says which.</exception>
    public async Task<long> Execute(string sql, params DbValue[] values)
    {
        var command = new Command(new Sql(sql, isCached: false) { IsScript = true }, values);
        await Write(command);
        if (ChangesSchema(sql))
            ForgetSchema();
        return command.Affected;
    }

    /// <summary>Runs the writes that wait, and closes the database.</summary>
    public void Dispose() => Connection.Dispose();

    /// <summary>Runs a reading command in the transaction of this flow of calls, else on the calling thread.</summary>
    internal ValueTask Read(Command command) => Run(OpenSession, command);

    /// <summary>Reads rows of the schema where this flow of calls reads. The observer is not told.</summary>
    internal async Task<List<T>> ReadRows<T>(Sql sql, Func<Row, T> read)
    {
        var command = new RowsCommand<T>(sql, [], read);
        await OpenSession.Run(command);
        return command.Items;
    }

    /// <summary>Runs a writing command in the transaction of this flow of calls, else in one of its own.</summary>
    internal ValueTask Write(Command command) => Run(OpenTransaction ?? Connection.Writer, command);

    /// <summary>Drops what is known of the schema, now and again when the transaction that has changed it ends.</summary>
    internal void ForgetSchema()
    {
        Forget();
        if (OpenTransaction is { } open)
        {
            open.HasNewSchema = true;
            open.Ended += Forget;
        }

        void Forget()
        {
            NullAsDefault.Forget();
            Statements.Clear();
        }
    }

    /// <summary>The session that this flow of calls reads from: its transaction, or else the reader of its thread.</summary>
    internal IDatabaseSession OpenSession => OpenTransaction ?? Connection.Reader;

    internal TransactionScope? OpenTransaction =>
        Ambient.Current is { } here && ReferenceEquals(here.Database, this) ? here.Transaction : null;

    private ValueTask Run(IDatabaseSession session, Command command)
    {
        var observers = Volatile.Read(ref _observers);
        if (observers.Length > 0)
            return Observed(observers, session, command);
        var run = session.Run(command);
        return run.IsCompletedSuccessfully ? run : Explained(run, command);
    }

    private async ValueTask Observed(IQueryObserver[] observers, IDatabaseSession session, Command command)
    {
        var query = new QueryStart(command.Sql.Text, CurrentTrace.Value, Stopwatch.GetTimestamp());
        foreach (var observer in observers)
            observer.OnQueryStarted(query);
        Exception? fault = null;
        try
        {
            await Explained(session.Run(command), command);
        }
        catch (Exception thrown)
        {
            fault = thrown;
            throw;
        }
        finally
        {
            long rows = fault is null ? command.RowCount : 0;
            long changed = fault is null ? command.Affected : 0;
            var end = new QueryEnd(query, Stopwatch.GetElapsedTime(query.StartedAt), rows, changed, fault);
            foreach (var observer in observers)
                observer.OnQueryEnded(end);
        }
    }

    /// <summary>
    /// Adds to an error the model, the missing migration, and the line of the app if the error is thrown synchronously.
    /// </summary>
    private async ValueTask Explained(ValueTask run, Command command)
    {
        string? caller = run.IsFaulted ? CallerLine.Find() : null;
        try
        {
            await run;
        }
        catch (MissingTableException error)
        {
            error.Caller = caller;
            ForgetSchema(); // another process may have changed it since
            throw await MissingSchema.Explain(this, command, error);
        }
        catch (DatabaseException error)
        {
            error.Caller = caller;
            throw;
        }
    }

    private static bool ChangesSchema(string sql) =>
        sql.Contains("CREATE", StringComparison.OrdinalIgnoreCase)
        || sql.Contains("ALTER", StringComparison.OrdinalIgnoreCase)
        || sql.Contains("DROP", StringComparison.OrdinalIgnoreCase);
}
