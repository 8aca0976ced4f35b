namespace Stryke.Web.Persistence;

/// <summary>A statement named a table or a column that the database does not have: usually a migration has not run.</summary>
/// <param name="message">Which one, and the command that helps.</param>
public sealed class MissingTableException(string message) : DatabaseException(message);
