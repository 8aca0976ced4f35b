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
                "Another process holds the database for longer than busy_timeout: " + message) { Sql = sql },
            raw.SQLITE_ERROR when message.StartsWith("no such table", StringComparison.Ordinal) || message.Contains("no such column", StringComparison.Ordinal)
                || message.Contains("has no column named", StringComparison.Ordinal) =>
                new MissingTableException($"The database has {message}: run `db migrate`.".Replace("has no such", "has no", StringComparison.Ordinal)) { Sql = sql },
            raw.SQLITE_FULL => new DatabaseException($"The disk of the database is full: {message}") { Sql = sql },
            raw.SQLITE_READONLY => new DatabaseException($"The database cannot be written here: {message}") { Sql = sql },
            raw.SQLITE_NOTADB => new DatabaseException($"The file is not a SQLite database: {message}") { Sql = sql },
            raw.SQLITE_CORRUPT => new DatabaseException($"The database file is damaged: {message}. Restore a backup.") { Sql = sql },
            _ => new DatabaseException($"{message} (SQLite {extended}) in: {sql}") { Sql = sql },
        };
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
        return new ConstraintException(kind, ColumnsIn(kind, message), message + advice) { Sql = sql };
    }

    /// <summary>"UNIQUE constraint failed: posts.slug, posts.author_id" names columns; the others do not.</summary>
    private static string[] ColumnsIn(ConstraintKind kind, string message)
    {
        int colon = message.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || kind is not (ConstraintKind.Unique or ConstraintKind.NotNull)) return [];
        return [.. message[(colon + 2)..].Split(", ").Select(name => name[(name.LastIndexOf('.') + 1)..])];
    }
}
