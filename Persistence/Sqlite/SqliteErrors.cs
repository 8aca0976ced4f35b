using System.Globalization;
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
                $"Another process holds the database for longer than busy_timeout: {message}."
            )
            {
                Sql = sql,
                Reason = message,
            },
            raw.SQLITE_ERROR when IsMissing(message) => Missing(message, sql),
            raw.SQLITE_ERROR when message.StartsWith("Cannot add a NOT NULL column", StringComparison.Ordinal) => NotNullWithoutDefault(),
            raw.SQLITE_FULL => Describe("The disk of the database is full"),
            raw.SQLITE_READONLY => Describe("The database cannot be written here"),
            raw.SQLITE_NOTADB => Describe("The file is not a SQLite database"),
            raw.SQLITE_CORRUPT => Describe("The database file is damaged: restore a backup"),
            _ => new DatabaseException($"{message} (SQLite {extended}) in: {sql}") { Sql = sql, Reason = message },
        };

        // A reference has no default that could be another row's id.
        DatabaseException NotNullWithoutDefault()
        {
            const string Advice = "the table has rows, and there is no value for them: add the column with @null: true, or with a default";
            return new($"{message}: {Advice}.") { Sql = sql, Reason = $"{message}: {Advice}" };
        }

        DatabaseException Describe(string what) => new($"{what} ({message}).") { Sql = sql, Reason = message };
    }

    private static bool IsMissing(string message) =>
        message.StartsWith("no such table", StringComparison.Ordinal)
        || message.StartsWith("no such column", StringComparison.Ordinal)
        || message.Contains("has no column named", StringComparison.Ordinal);

    /// <summary>"no such table: main.posts", "no such column: p.color", "table posts has no column named color".</summary>
    private static MissingTableException Missing(string message, string sql)
    {
        const string Named = " has no column named ";
        int advice = message.IndexOf(" - ", StringComparison.Ordinal);
        string said = (advice > 0 ? message[..advice] : message).Replace("\"", "", StringComparison.Ordinal);
        int named = said.IndexOf(Named, StringComparison.Ordinal);
        bool isTable = said.StartsWith("no such table", StringComparison.Ordinal);
        string? table =
            named >= 0 ? said["table ".Length..named]
            : isTable ? LastPart(said)
            : null;
        string? column =
            named >= 0 ? said[(named + Named.Length)..]
            : table is null ? LastPart(said)
            : null;
        string what = column is null ? $"table {table}" : $"column {column}{(table is null ? "" : $" in {table}")}";
        return new MissingTableException($"The database has no {what}: run `db migrate`.")
        {
            Table = table,
            Column = column,
            Sql = sql,
            Reason = message,
        };
    }

    private static string LastPart(string said) => said[(said.LastIndexOfAny([' ', '.']) + 1)..];

    private static ConstraintException Constraint(int extended, string message, string sql)
    {
        var kind = extended switch
        {
            raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => ConstraintKind.Unique,
            raw.SQLITE_CONSTRAINT_NOTNULL => ConstraintKind.NotNull,
            raw.SQLITE_CONSTRAINT_FOREIGNKEY => ConstraintKind.ForeignKey,
            raw.SQLITE_CONSTRAINT_CHECK => ConstraintKind.Check,
            _ => ConstraintKind.Other,
        };
        string advice = kind == ConstraintKind.ForeignKey ? ": the row it points to does not exist, or other rows still point to it" : "";
        if (kind == ConstraintKind.Check && LimitOf(message) is { } limit)
        {
            return new ConstraintException(kind, [limit.Column], $"{limit.Column} is too long (maximum is {limit.Most} characters)")
            {
                Sql = sql,
                Reason = message,
                Limit = limit.Most,
            };
        }
        return new ConstraintException(kind, ColumnsIn(kind, message), message + advice) { Sql = sql, Reason = message };
    }

    /// <summary>"CHECK constraint failed: length("title") &lt;= 120" is the limit of a migration.</summary>
    private static (string Column, int Most)? LimitOf(string message)
    {
        const string Start = "length(\"",
            Middle = "\") <= ";
        int start = message.IndexOf(Start, StringComparison.Ordinal),
            middle = message.LastIndexOf(Middle, StringComparison.Ordinal);
        if (start < 0 || middle < start)
            return null;
        var number = message.AsSpan(middle + Middle.Length);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int most))
            return null;
        return (message[(start + Start.Length)..middle].Replace("\"\"", "\"", StringComparison.Ordinal), most);
    }

    /// <summary>"UNIQUE constraint failed: posts.slug, posts.author_id" names columns; the others do not.</summary>
    private static string[] ColumnsIn(ConstraintKind kind, string message)
    {
        int colon = message.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 || kind is not (ConstraintKind.Unique or ConstraintKind.NotNull))
            return [];
        return [.. message[(colon + 2)..].Split(", ").Select(name => name[(name.LastIndexOf('.') + 1)..])];
    }
}
