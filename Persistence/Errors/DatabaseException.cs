namespace Stryke.Web.Persistence;

/// <summary>The database could not do what it was asked.</summary>
/// <param name="message">What went wrong and what can be done.</param>
/// <param name="inner">What the driver said.</param>
public class DatabaseException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The statement that failed, without its values; null when it was not a statement that failed.</summary>
    public string? Sql { get; internal init; }

    /// <summary>What the database itself said, without our advice; null when it said nothing.</summary>
    public string? Reason { get; internal init; }
}
