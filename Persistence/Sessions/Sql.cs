using System.Text;

namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// The text of one statement, or of a script, with <c>?</c> where a value is bound. One instance stands for one shape and lives as long as
/// the database does: sessions key their prepared statements by it, so no text is compared or hashed when a query runs.
/// </summary>
public sealed class Sql
{
    /// <summary>Wraps the text of a statement.</summary>
    /// <param name="text">The statement, with <c>?</c> for each value.</param>
    /// <param name="isCached">Whether sessions keep it prepared; false for statements that run once.</param>
    public Sql(string text, bool isCached = true)
    {
        Text = text;
        IsCached = isCached;
        Utf8 = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The statement.</summary>
    public string Text { get; }

    /// <summary>
    /// Whether the text may hold several statements, which a session takes apart in its database's own way and runs together: all of them
    /// count, or none. Values are for a text of one statement. False for a single statement.
    /// </summary>
    public bool IsScript { get; init; }

    /// <summary>The table whose model it is about; null for a statement that no model stands behind.</summary>
    public Table? Table { get; init; }

    /// <summary>Whether sessions keep it prepared.</summary>
    public bool IsCached { get; }

    /// <summary>The statement as the database reads it.</summary>
    internal byte[] Utf8 { get; }

    /// <summary>The statement.</summary>
    public override string ToString() => Text;
}
