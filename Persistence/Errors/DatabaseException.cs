namespace Stryke.Web.Persistence;

/// <summary>The database reported an error.</summary>
/// <param name="message">What went wrong and what can be done.</param>
/// <param name="inner">The error of the driver.</param>
public class DatabaseException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong, the place in a script of several statements, and what can be done.</summary>
    public override string Message => Place is null ? base.Message : $"{Place}: {base.Message}";

    /// <summary>The place of the statement in a script of several: <c>Statement 2 (line 7)</c>; null when it was the only one.</summary>
    public string? Place { get; internal set; }

    /// <summary>The statement that failed, without its values; null when it was not a statement that failed.</summary>
    public string? Sql { get; internal init; }

    /// <summary>The file and line of the app that asked for the statement, as far as the stack tells; null when it does not.</summary>
    public string? Caller { get; internal set; }

    /// <summary>The message of the database itself; null when there is none.</summary>
    public string? Reason { get; internal init; }
}
