using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>CREATE INDEX.</summary>
internal sealed class AddIndexStep(string table, string[] columns, bool unique, string? name) : MigrationStep
{
    public override string Name => $"AddIndex(\"{table}\", [{string.Join(", ", columns.Select(column => $"\"{column}\""))}])";

    /// <summary>Its name.</summary>
    public string IndexName => name ?? DefaultName(table, columns);

    /// <summary>The name that an index gets when nobody gives it one.</summary>
    public static string DefaultName(string table, string[] columns) => $"index_{table}_on_{string.Join("_and_", columns)}";

    public override IEnumerable<string> Statements(Dialect dialect)
    {
        string index = Dialect.Quote(IndexName);
        yield return $"CREATE {(unique ? "UNIQUE " : "")}INDEX {index} ON {Dialect.Quote(table)} ({string.Join(", ", columns.Select(Dialect.Quote))})";
    }

    public override string? Problem(DatabaseSchema schema) =>
        schema.Lacks(table, columns) ?? (schema.HasIndex(IndexName) ? $"there is an index {IndexName} already" : null);

    public override MigrationStep Reverse() => new RemoveIndexStep(table, columns, unique, name);
}
