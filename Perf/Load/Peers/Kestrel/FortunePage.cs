using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Data.Sqlite;

namespace Stryke.Web.Perf.Peers.Kestrel;

/// <summary>
/// The fortunes page: rows from SQLite by a prepared command on a pooled connection, one row added, sorted, encoded into a
/// string builder.
/// </summary>
internal sealed class FortunePage(string databasePath)
{
    private readonly string _connectionString = $"Data Source={databasePath};Mode=ReadOnly";

    [ThreadStatic]
    private static SqliteConnection? s_connection;

    [ThreadStatic]
    private static SqliteCommand? s_command;

    [ThreadStatic]
    private static StringBuilder? s_page;

    public string Render()
    {
        var rows = Load();
        rows.Add(new Fortune(0, "Additional fortune added at request time."));
        rows.Sort(static (a, b) => string.CompareOrdinal(a.Message, b.Message));

        var page = (s_page ??= new StringBuilder(2048)).Clear();
        page.Append("<!DOCTYPE html><html><head><title>Fortunes</title></head><body><table><tr><th>id</th><th>message</th></tr>");
        foreach (var fortune in rows)
        {
            page.Append("<tr><td>")
                .Append(fortune.Id)
                .Append("</td><td>")
                .Append(HtmlEncoder.Default.Encode(fortune.Message))
                .Append("</td></tr>");
        }
        return page.Append("</table></body></html>").ToString();
    }

    private List<Fortune> Load()
    {
        using var reader = Command().ExecuteReader();
        var rows = new List<Fortune>(16);
        while (reader.Read())
            rows.Add(new Fortune(reader.GetInt64(0), reader.GetString(1)));
        return rows;
    }

    /// <summary>One open connection and one prepared command a thread: the fastest that this provider allows.</summary>
    private SqliteCommand Command()
    {
        if (s_command is not null)
            return s_command;
        s_connection = new SqliteConnection(_connectionString);
        s_connection.Open();
        s_command = s_connection.CreateCommand();
        s_command.CommandText = "SELECT id, message FROM fortunes";
        s_command.Prepare();
        return s_command;
    }

    private readonly record struct Fortune(long Id, string Message);
}
