using System.Globalization;
using System.Text;
using Stryke.Web.Actors.Tracing;

namespace Stryke.Web.Middleware.Logging;

/// <summary>A statement of the database as a line of the log: <c>SELECT … FROM "posts" LIMIT ? → 20 rows in 0.4 ms</c>.</summary>
internal static class QueryLine
{
    /// <summary>A longer statement is cut off: a list of values in it may have thousands of places.</summary>
    public const int MaxCharacters = 2_000;

    public static byte[] Text(string sql, TimeSpan elapsed, long rows, bool isFailed)
    {
        string outcome =
            isFailed ? "failed"
            : rows == 1 ? "1 row"
            : rows.ToString(CultureInfo.InvariantCulture) + " rows";
        string time = elapsed.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"{InOneLine(sql)} → {outcome} {(isFailed ? "after" : "in")} {time} ms");
    }

    public static byte[] Json(string sql, TimeSpan elapsed, long rows, bool isFailed, TraceContext trace) =>
        LogEvent.Write(
            isFailed ? "error" : "debug",
            json =>
            {
                LogEvent.WriteTrace(json, trace);
                json.WriteString("query", InOneLine(sql));
                json.WriteNumber("rows", rows);
                json.WriteNumber("ms", Math.Round(elapsed.TotalMilliseconds, 3));
            }
        );

    /// <summary>White space of any length as one space, and other control characters as well: nobody writes lines of their own.</summary>
    private static string InOneLine(string sql)
    {
        var line = new StringBuilder(Math.Min(sql.Length, MaxCharacters) + 1);
        foreach (char c in sql)
        {
            bool isSpace = char.IsWhiteSpace(c) || char.IsControl(c);
            if (isSpace && (line.Length == 0 || line[^1] == ' '))
                continue;
            if (line.Length == MaxCharacters)
                return line.Append('…').ToString();
            line.Append(isSpace ? ' ' : c);
        }
        return line.ToString().TrimEnd();
    }
}
