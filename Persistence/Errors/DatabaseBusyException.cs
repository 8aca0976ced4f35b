namespace Stryke.Web.Persistence;

/// <summary>The database is held by somebody else for longer than we wait, or more writes are waiting than we keep.</summary>
/// <param name="message">Who was waited for, and how long.</param>
public sealed class DatabaseBusyException(string message) : DatabaseException(message);
