namespace Stryke.Web.Persistence.Migrations;

/// <summary>A line of <c>schema_migrations</c>.</summary>
internal sealed record AppliedMigration(long Version, string Name, DateTime At);
