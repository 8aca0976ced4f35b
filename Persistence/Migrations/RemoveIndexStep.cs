using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>DROP INDEX: of the index with the name, or else of the one over just these columns, whatever it is called.</summary>
internal sealed class RemoveIndexStep(string table, string[] columns, bool unique, string? name) : MigrationStep
{
    public override string Name => AddIndexStep.Call("RemoveIndex", table, columns);

    private string IndexName => name ?? AddIndexStep.DefaultName(table, columns);

    public override IEnumerable<string> Statements(Dialect dialect) => [Drop(IndexName)];

    public override IEnumerable<string> Statements(Dialect dialect, DatabaseSchema schema) => [Drop(Find(schema)!.Name)];

    /// <summary>The statement that drops an index.</summary>
    public static string Drop(string index) => $"DROP INDEX {Dialect.Quote(index)}";

    public override string? Problem(DatabaseSchema schema)
    {
        if (schema.FindMissing(table) is { } lack)
            return lack;
        if (Find(schema) is not null)
            return null;
        string known = string.Join(", ", schema.IndicesOf(table).Select(index => $"{index.Name} ({string.Join(", ", index.Columns)})"));
        return $"the table {table} has no index {IndexName}{(known.Length == 0 ? "" : $"; there are: {known}")}";
    }

    public override MigrationStep Reverse() => new AddIndexStep(table, columns, unique, name);

    private SchemaIndex? Find(DatabaseSchema schema) =>
        schema.IndicesOf(table).FirstOrDefault(index => index.Name.Equals(IndexName, StringComparison.OrdinalIgnoreCase))
        ?? (
            name is not null
                ? null
                : schema
                    .IndicesOf(table)
                    .FirstOrDefault(index => index.IsPlain && index.Columns.SequenceEqual(columns, StringComparer.OrdinalIgnoreCase))
        );
}
