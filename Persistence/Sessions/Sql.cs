using System.Text;

namespace Stryke.Web.Persistence.Sessions;

/// <summary>
/// The text of one statement, with <c>?</c> where a value is bound. One instance stands for one shape and lives as long as the
/// database does: sessions key their prepared statements by it, so no text is compared or hashed when a query runs.
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

    /// <summary>Whether sessions keep it prepared.</summary>
    public bool IsCached { get; }

    /// <summary>The statement as the database reads it.</summary>
    internal byte[] Utf8 { get; }

    /// <summary>The statement.</summary>
    public override string ToString() => Text;
}
