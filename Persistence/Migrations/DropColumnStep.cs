namespace Stryke.Web.Persistence.Migrations;

/// <summary>Drops a column whose definition is not known.</summary>
internal sealed class DropColumnStep(string table, string column) : DropColumnsStep(table)
{
    public override string Name => $"RemoveColumn(\"{Table}\", \"{column}\")";

    protected override IEnumerable<string> Columns => [column];

    public override MigrationStep? Reverse() => null;
}
