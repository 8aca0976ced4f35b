using Microsoft.Data.Sqlite;
using SQLitePCL;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>One connection and its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    /// <summary>More prepared statements than this, and the session starts over.</summary>
    public const int MaxStatements = 1_000;

    private readonly SqliteConnection _connection;
    private readonly sqlite3 _handle;
    private readonly Dictionary<Sql, SqliteStatement> _statements = [];

    // Said here and not left to SqliteConnection, which looks the provider up by name: ahead-of-time builds must see that it is used.
    static SqliteSession() => Batteries_V2.Init();

    private SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        _handle = connection.Handle!;
    }

    /// <summary>Whether a transaction is open (sqlite3_get_autocommit).</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>How many statements are prepared.</summary>
    public int StatementCount => _statements.Count;

    public static SqliteSession Open(DatabaseOptions options, bool readOnly)
    {
        string path = Path.GetFullPath(options.Path);
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = Math.Max(1, options.BusyTimeoutMs / 1000),
        };
        var connection = new SqliteConnection(settings.ToString());
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.Configure(options, readOnly);
            return session;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new DatabaseException($"The database {path} cannot be opened: {error.Message}", error);
        }
        catch (DatabaseException error)
        {
            connection.Dispose();
            throw new DatabaseException($"The database {path} cannot be opened: {error.Message}", error);
        }
    }

    /// <summary>Runs a command to its end on this thread.</summary>
    public void Run(Command command)
    {
        if (command.Sql.IsScript)
        {
            command.Affected = SqliteScript.Run(this, _handle, command);
            return;
        }
        var statement = Rent(command.Sql);
        bool isWhole = false;
        try
        {
            command.Affected = Run(statement, command);
            isWhole = true;
        }
        finally
        {
            Return(command.Sql, statement, isWhole);
        }
    }

    /// <summary>Runs a statement that is prepared.</summary>
    /// <returns>How many rows it changed. SQLite counts for INSERT, UPDATE and DELETE only, and keeps the number of the last one
    /// otherwise.</returns>
    public long Run(SqliteStatement statement, Command command)
    {
        int before = raw.sqlite3_total_changes(_handle);
        statement.Bind(command.Values);
        command.Read(statement);
        return raw.sqlite3_total_changes(_handle) == before ? 0 : raw.sqlite3_changes(_handle);
    }

    /// <summary>Runs statements of this folder, without values or rows.</summary>
    public void Execute(string sql)
    {
        ReadOnlySpan<byte> rest = System.Text.Encoding.UTF8.GetBytes(sql);
        while (!rest.IsEmpty)
        {
            using var statement = SqliteStatement.Prepare(_handle, sql, rest, keep: false, out rest);
            while (statement?.Step() == true) { }
        }
    }

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    private void Configure(DatabaseOptions options, bool readOnly)
    {
        Execute($"PRAGMA busy_timeout = {options.BusyTimeoutMs}");
        // WAL: readers never wait for the writer. NORMAL: a commit survives the death of the process; one before a power cut may be
        // undone, but never half (https://sqlite.org/pragma.html#pragma_synchronous).
        if (!readOnly)
            Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
        if (readOnly)
            Execute("PRAGMA query_only = ON");
        // A quoted name that is no column must be an error, not a text (https://sqlite.org/quirks.html §8).
        raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_DQS_DML, 0, out _);
        raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_DQS_DDL, 0, out _);
        SqliteDialect.AddCollations(_handle);
    }

    private SqliteStatement Rent(Sql sql)
    {
        if (_statements.TryGetValue(sql, out var statement) && !statement.IsBusy)
        {
            statement.IsBusy = true;
            return statement;
        }
        var fresh =
            SqliteStatement.Prepare(_handle, sql.Text, sql.Utf8, keep: sql.IsCached, out var rest)
            ?? throw new DatabaseException("There is no statement to run: the text is empty.");
        if (!rest.IsEmpty && System.Text.Encoding.UTF8.GetString(rest) is var more && !SqlTokens.IsBlank(more))
        {
            fresh.Dispose();
            throw new DatabaseException($"One statement can run here, and more follows it: {more.Trim()}") { Sql = sql.Text };
        }
        fresh.IsBusy = true;
        if (!sql.IsCached || statement is not null)
            return fresh;
        if (_statements.Count >= MaxStatements)
            Forget();
        _statements.Add(sql, fresh);
        return fresh;
    }

    private void Return(Sql sql, SqliteStatement statement, bool isWhole)
    {
        if (isWhole && _statements.TryGetValue(sql, out var kept) && ReferenceEquals(kept, statement))
        {
            statement.Reset();
            return;
        }
        if (!isWhole)
            _statements.Remove(sql);
        statement.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }
}
