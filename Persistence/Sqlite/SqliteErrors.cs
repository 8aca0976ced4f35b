using SQLitePCL;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>Makes exceptions that say what to do of SQLite's result codes (https://sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    public static DatabaseException Of(sqlite3 connection, int result, string sql)
    {
        string message = raw.sqlite3_errmsg(connection).utf8_to_string();
        int extended = raw.sqlite3_extended_errcode(connection);
        return (result & 0xff) switch
        {
            raw.SQLITE_CONSTRAINT => Constraint(extended, message, sql),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new DatabaseBusyException(
                $"Another process holds the database for longer than busy_timeout: {message}.") { Sql = sql, Reason = message },
            raw.SQLITE_ERROR when IsMissing(message) => new MissingTableException(Missing(message)) { Sql = sql, Reason = message },
            raw.SQLITE_FULL => With("The disk of the database is full"),
            raw.SQLITE_READONLY => With("The database cannot be written here"),
            raw.SQLITE_NOTADB => With("The file is not a SQLite database"),
            raw.SQLITE_CORRUPT => With("The database file is damaged: restore a backup"),
            _ => new DatabaseException($"{message} (SQLite {extended}) in: {sql}") { Sql = sql, Reason = message },
        };

        DatabaseException With(string what) => new($"{what} ({message}).") { Sql = sql, Reason = message };
    }

    private static bool IsMissing(string message) =>
        message.StartsWith("no such table", StringComparison.Ordinal)
        || message.StartsWith("no such column", StringComparison.Ordinal)
        || message.Contains("has no column named", StringComparison.Ordinal);

    private static string Missing(string message)
    {
        int advice = message.IndexOf(" - ", StringComparison.Ordinal);
        if (advice > 0) message = message[..advice].Replace("\"", "", StringComparison.Ordinal);
        string what = message.StartsWith("no such ", StringComparison.Ordinal)
            ? "The database has no " + message["no such ".Length..].Replace(": ", " ", StringComparison.Ordinal)
            : "In the database " + message;
        return what + ": run `db migrate`.";
    }

    private static ConstraintException Constraint(int extended, string message, string sql)
    {
        ConstraintKind kind = extended switch
        {
            raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => ConstraintKind.Unique,
            raw.SQLITE_CONSTRAINT_NOTNULL => ConstraintKind.NotNull,
            raw.SQLITE_CONSTRAINT_FOREIGNKEY => ConstraintKind.ForeignKey,
            raw.SQLITE_CONSTRAINT_CHECK => ConstraintKind.Check,
            _ => ConstraintKind.Other,
        };
        string advice = kind == ConstraintKind.ForeignKey ? ": the row it points to does not exist, or other rows still point to it" : "";
        return new ConstraintException(kind, ColumnsIn(kind, message), message + advice) { Sql = sql, Reason = message };
    }

    /// <summary>"UNIQUE constraint failed: posts.slug, posts.author_id" names columns; the others do not.</summary>
    private static string[] ColumnsIn(ConstraintKind kind, string message)
    {
        int colon = message.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || kind is not (ConstraintKind.Unique or ConstraintKind.NotNull)) return [];
        return [.. message[(colon + 2)..].Split(", ").Select(name => name[(name.LastIndexOf('.') + 1)..])];
    }
}
