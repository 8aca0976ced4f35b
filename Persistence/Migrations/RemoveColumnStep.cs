using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>ALTER TABLE … DROP COLUMN for columns whose definition is known, last first; indices of references go before.</summary>
internal sealed class RemoveColumnStep(TableDefinition table) : MigrationStep
{
    public override string Name => $"RemoveColumn(\"{table.Name}\")";

    public override IEnumerable<string> Statements(Dialect dialect) =>
        table.Indices.Reverse().SelectMany(index => index.Reverse().Statements(dialect))
            .Concat(table.Columns.Reverse().SelectMany(column => new DropColumnStep(table.Name, column.Name).Statements(dialect)));

    public override MigrationStep Reverse() => new AddColumnStep(table);
}
