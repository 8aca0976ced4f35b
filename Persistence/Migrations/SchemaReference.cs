namespace Stryke.Web.Persistence.Migrations;

/// <summary>A foreign key that the database has.</summary>
/// <param name="Table">The table that refers.</param>
/// <param name="Column">Its column.</param>
/// <param name="Target">The table that it refers to.</param>
/// <param name="TargetColumn">The column there; null for its primary key.</param>
internal sealed record SchemaReference(string Table, string Column, string Target, string? TargetColumn);
