namespace Stryke.Web.Persistence;

/// <summary>
/// A statement names a table or a column that the database does not have: a migration was not run, or not written.
/// </summary>
/// <param name="message">Which one, what needs it, and what helps.</param>
public sealed class MissingTableException(string message) : DatabaseException(message)
{
    /// <summary>The table that is missing, or that has no such column; null when the database does not tell.</summary>
    public string? Table { get; internal init; }

    /// <summary>The column that is missing; null when it is the table.</summary>
    public string? Column { get; internal init; }

    /// <summary>
    /// The model that needs it: <c>Post</c>, or <c>Post.Color</c> for a column; null for SQL without a model.
    /// </summary>
    public string? Model { get; internal init; }
}
