using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>CREATE TABLE, and the indices of its references.</summary>
internal sealed class CreateTableStep(TableDefinition table) : MigrationStep
{
    public override string Name => $"CreateTable(\"{table.Name}\")";

    public override IEnumerable<string> Statements(Dialect dialect)
    {
        var lines = table.Columns.Select(dialect.Define).Prepend(dialect.PrimaryKey);
        yield return $"CREATE TABLE {Dialect.Quote(table.Name)} (\n  {string.Join(",\n  ", lines)}\n)";
        foreach (string index in table.Indices.SelectMany(index => index.Statements(dialect)))
            yield return index;
    }

    public override string? Problem(DatabaseSchema schema) => schema.HasTable(table.Name) ? $"there is a table {table.Name} already" : null;

    public override MigrationStep Reverse() => new DropTableStep(table.Name, table);
}
