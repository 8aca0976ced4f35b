using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>ALTER TABLE … ADD COLUMN, for each column, and the indices of references.</summary>
internal sealed class AddColumnStep(TableDefinition table) : MigrationStep
{
    public override string Name => $"AddColumn(\"{table.Name}\")";

    public override IEnumerable<string> Statements(Dialect dialect) =>
        table
            .Columns.Select(column => $"ALTER TABLE {Dialect.Quote(table.Name)} ADD COLUMN {dialect.Define(column)}")
            .Concat(table.Indices.SelectMany(index => index.Statements(dialect)));

    public override string? Problem(DatabaseSchema schema)
    {
        if (schema.FindMissing(table.Name) is { } lack)
            return lack;
        var taken = table.Columns.FirstOrDefault(column => schema.HasColumn(table.Name, column.Name));
        return taken is null ? null : $"the table {table.Name} has a column {taken.Name} already";
    }

    public override MigrationStep Reverse() => new RemoveColumnStep(table);
}
