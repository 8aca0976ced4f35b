using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>Drops columns whose definition is known.</summary>
internal sealed class RemoveColumnStep(TableDefinition table) : DropColumnsStep(table.Name)
{
    public override string Name => $"RemoveColumn(\"{Table}\")";

    protected override IEnumerable<string> Columns => table.Columns.Select(column => column.Name);

    public override IEnumerable<string> Statements(Dialect dialect) =>
        table.Indices.Reverse().SelectMany(index => index.Reverse().Statements(dialect)).Concat(DropColumns());

    public override MigrationStep Reverse() => new AddColumnStep(table);
}
