using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>ALTER TABLE … RENAME COLUMN. Indices follow by themselves; those that are called after the column get its new name.</summary>
internal sealed class RenameColumnStep(string table, string from, string to) : MigrationStep
{
    public override string Name => $"RenameColumn(\"{table}\", \"{from}\", \"{to}\")";

    public override IEnumerable<string> Statements(Dialect dialect) =>
        [$"ALTER TABLE {Dialect.Quote(table)} RENAME COLUMN {Dialect.Quote(from)} TO {Dialect.Quote(to)}"];

    public override IEnumerable<string> Statements(Dialect dialect, DatabaseSchema schema)
    {
        foreach (string statement in Statements(dialect))
            yield return statement;
        foreach (var index in schema.IndicesOf(table).Where(index => IsCalledAfterIt(index, dialect)))
        {
            var renamed = Index(index, index.Columns.Select(column => IsIt(column) ? to : column));
            if (schema.HasIndex(renamed.IndexName))
                continue;
            yield return RemoveIndexStep.Drop(index.Name);
            foreach (string statement in renamed.Statements(dialect))
                yield return statement;
        }
    }

    public override string? Problem(DatabaseSchema schema)
    {
        if (schema.FindMissing(table, from) is { } lack)
            return lack;
        bool isOther = !from.Equals(to, StringComparison.OrdinalIgnoreCase);
        return isOther && schema.HasColumn(table, to) ? $"the table {table} has a column {to} already" : null;
    }

    public override MigrationStep Reverse() => new RenameColumnStep(table, to, from);

    private AddIndexStep Index(SchemaIndex index, IEnumerable<string> columns) => new(table, [.. columns], index.IsUnique, name: null);

    /// <summary>Whether it is as AddIndex without a name makes it.</summary>
    private bool IsCalledAfterIt(SchemaIndex index, Dialect dialect) =>
        index.Columns.Any(IsIt) && Index(index, index.Columns).Statements(dialect).Contains(index.Definition);

    private bool IsIt(string column) => column.Equals(from, StringComparison.OrdinalIgnoreCase);
}
