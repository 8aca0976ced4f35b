namespace Stryke.Web.Persistence;

/// <summary>Another process holds the database for longer than the time-out, or too many writes are waiting.</summary>
/// <param name="message">What was waited for.</param>
public sealed class DatabaseBusyException(string message) : DatabaseException(message);
