namespace Stryke.Web.Persistence.Migrations;

/// <summary>A migration cannot run, or has failed and was rolled back.</summary>
/// <param name="message">Which migration, which statement, and what the database said.</param>
/// <param name="inner">The error of the statement.</param>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
