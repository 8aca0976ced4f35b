using System.Text;
using SQLitePCL;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// Runs a text of one or more statements. SQLite itself says where each ends (the tail of sqlite3_prepare), so that quotes, comments and
/// the
/// bodies of triggers are read as it reads them; whatever is not run is an error.
/// </summary>
internal static class SqliteScript
{
    /// <returns>How many rows the statements changed, all together.</returns>
    public static long Run(SqliteSession session, sqlite3 connection, Command command)
    {
        string sql = command.Sql.Text;
        CheckIsClosed(sql);
        bool isOwn = false,
            isOneOfMany = false;
        long affected = 0;
        int number = 0,
            at = 0;
        ReadOnlySpan<byte> rest = command.Sql.Utf8;
        try
        {
            for (; !SqlTokens.IsBlank(sql.AsSpan(at)); number++)
            {
                var before = rest;
                try
                {
                    string text = First(sql.AsSpan(at), out int length);
                    isOneOfMany |= !SqlTokens.IsBlank(sql.AsSpan(at + length));
                    CheckIsAllowed(session, text);
                    using var statement = SqliteStatement.Prepare(connection, text, before, keep: false, out rest)!;
                    int end = at + Encoding.UTF8.GetCharCount(before[..^rest.Length]);
                    isOneOfMany |= !SqlTokens.IsBlank(sql.AsSpan(end)); // behind a trigger
                    if (number == 0 && isOneOfMany)
                        isOwn = BeginMany(session, command);
                    affected += session.Run(statement, command);
                    at = end;
                }
                catch (DatabaseException error) when (isOneOfMany || number > 0)
                {
                    error.Place = $"Statement {number + 1} (line {LineOf(sql, at)})";
                    throw;
                }
            }
            if (number == 0)
                throw new DatabaseException("There is no statement to run: the text is empty.");
            if (isOwn)
                session.Execute("COMMIT");
            return affected;
        }
        catch
        {
            if (isOwn && session.IsInTransaction)
                session.Execute("ROLLBACK");
            throw;
        }
    }

    /// <summary>Several statements count together: in the transaction that is open, else in one of their own.</summary>
    private static bool BeginMany(SqliteSession session, Command command)
    {
        if (command.Values.Length > 0)
        {
            throw new DatabaseException("Values are for one statement, and this is the first of several: run them one by one.");
        }
        if (session.IsInTransaction)
            return false;
        session.Execute("BEGIN IMMEDIATE");
        return true;
    }

    /// <summary>
    /// SQLite takes a comment without an end for one that reaches to the end of the text, and so drops the statements in it.
    /// </summary>
    private static void CheckIsClosed(string sql)
    {
        var tokens = new SqlTokens(sql);
        while (tokens.Next())
        {
            if (tokens.Kind != SqlTokenKind.OpenComment)
                continue;
            int line = 1 + sql.AsSpan(0, tokens.Start).Count('\n');
            throw new DatabaseException($"The comment that begins in line {line} has no end: close it with */.") { Sql = sql };
        }
    }

    private static void CheckIsAllowed(SqliteSession session, string text)
    {
        var tokens = new SqlTokens(text);
        tokens.NextSignificant();
        if (EndsTransaction(tokens) || (!session.IsInTransaction && tokens.Is("SAVEPOINT")))
        {
            throw new DatabaseException(
                $"{tokens.Text.ToString().ToUpperInvariant()} cannot stand in SQL that is executed: "
                    + "Database.Transaction begins and ends transactions, and each migration is one."
            )
            {
                Sql = text,
            };
        }
        if (session.IsInTransaction && SetsForeignKeys(tokens))
        {
            // https://sqlite.org/pragma.html#pragma_foreign_keys: "This pragma is a no-op within a transaction".
            throw new DatabaseException(
                "PRAGMA foreign_keys does nothing in a transaction: " + "use PRAGMA defer_foreign_keys = ON, which holds until its end."
            )
            {
                Sql = text,
            };
        }
    }

    private static bool EndsTransaction(SqlTokens tokens)
    {
        if (tokens.Is("BEGIN") || tokens.Is("COMMIT") || tokens.Is("END"))
            return true;
        if (!tokens.Is("ROLLBACK"))
            return false;
        bool hasNext = tokens.NextSignificant();
        if (hasNext && tokens.Is("TRANSACTION"))
            hasNext = tokens.NextSignificant();
        return !hasNext || !tokens.Is("TO");
    }

    private static bool SetsForeignKeys(SqlTokens tokens)
    {
        if (!tokens.Is("PRAGMA") || !tokens.NextSignificant())
            return false;
        var first = tokens;
        if (tokens.NextSignificant() && tokens.Is(".") && tokens.NextSignificant())
            first = tokens;
        else
            tokens = first;
        return first.Is("foreign_keys") && tokens.NextSignificant() && (tokens.Is("=") || tokens.Is("("));
    }

    /// <summary>
    /// The first statement of a text, as messages show it: up to its first semicolon, or to the end where a trigger has several.
    /// </summary>
    private static string First(ReadOnlySpan<char> text, out int length)
    {
        var tokens = new SqlTokens(text);
        int start = tokens.NextSignificant() ? tokens.Start : 0;
        bool isTrigger = false;
        while (tokens.Next())
        {
            isTrigger |= tokens.Is("TRIGGER");
            if (tokens.Is(";") && !isTrigger)
                break;
        }
        length = tokens.Start;
        return text[start..length].Trim().ToString();
    }

    private static int LineOf(string sql, int at)
    {
        var tokens = new SqlTokens(sql.AsSpan(at));
        tokens.NextSignificant();
        return 1 + sql.AsSpan(0, at + tokens.Start).Count('\n');
    }
}
