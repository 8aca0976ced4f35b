using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Persistence.Sqlite;
using Stryke.Web.Persistence.Transactions;

namespace Stryke.Web.Persistence;

/// <summary>
/// An open database: where queries go, and where transactions begin. An app has one, <see cref="Default"/>, which its models use
/// without being told.
/// </summary>
public sealed class Database : IDisposable
{
    private static Database? s_default;

    /// <summary>A database over an implementation of the seam.</summary>
    public Database(IDatabase connection)
    {
        Connection = connection;
        Statements = new SqlCache(connection.Dialect);
    }

    /// <summary>The app's database. Set once when the app starts.</summary>
    /// <exception cref="InvalidOperationException">None was set.</exception>
    public static Database Default
    {
        get => s_default ?? throw new InvalidOperationException("No database is open: open one with Database.Open and set Database.Default.");
        set => s_default = value;
    }

    /// <summary>The database that models use here: the one put to <see cref="Use"/> around this code, else <see cref="Default"/>.</summary>
    public static Database Current => Ambient.Current?.Database ?? Default;

    /// <summary>The implementation of the seam.</summary>
    public IDatabase Connection { get; }

    internal SqlCache Statements { get; }

    /// <summary>Opens a SQLite database, and makes its file when there is none.</summary>
    /// <exception cref="DatabaseException">The folder does not exist, or the file is not a database or cannot be written.</exception>
    public static Database Open(DatabaseOptions options) => new(SqliteDatabase.Open(options));

    /// <summary>Makes this the database of everything that follows in this flow of calls, until the result is disposed.</summary>
    public IDisposable Use() => Ambient.Enter(this);

    /// <summary>
    /// Runs <paramref name="body"/> in a transaction: everything that models and queries do in it counts when it ends, and nothing does when
    /// it throws (the exception goes on; a <see cref="Rollback"/> stops here). In a transaction already, a savepoint of it.
    /// Other writes wait meanwhile: keep it short, and await nothing else in it.
    /// </summary>
    public Task Transaction(Func<Task> body) => Transaction(async () =>
    {
        await body();
        return true;
    });

    /// <summary>As the other, with a result: the default of its type after a <see cref="Rollback"/>.</summary>
    public async Task<T?> Transaction<T>(Func<Task<T>> body)
    {
        if (Ambient.Current is { Transaction: { } open } here && ReferenceEquals(here.Database, this)) return await open.Nested(body);
        var scope = new TransactionScope(await Connection.Begin());
        Ambient.Current = new Ambient(this, scope);
        return await scope.Run(body);
    }

    /// <summary>Runs one statement that no model covers; each <c>?</c> takes a value. Returns how many rows it changed.</summary>
    public async Task<long> Execute(string sql, params DbValue[] values)
    {
        var command = new Command(new Sql(sql, isCached: false), values);
        await Write(command);
        return command.Affected;
    }

    /// <summary>Closes it, after the writes that are waiting.</summary>
    public void Dispose() => Connection.Dispose();

    /// <summary>Runs a reading command where this flow of calls reads: in its transaction, else on its own thread.</summary>
    internal ValueTask Read(Command command) => (OpenTransaction ?? Connection.Reader).Run(command);

    /// <summary>Runs a writing command in the transaction of this flow of calls, else in one of its own.</summary>
    internal ValueTask Write(Command command) => (OpenTransaction ?? Connection.Writer).Run(command);

    internal TransactionScope? OpenTransaction => Ambient.Current is { } here && ReferenceEquals(here.Database, this) ? here.Transaction : null;
}
