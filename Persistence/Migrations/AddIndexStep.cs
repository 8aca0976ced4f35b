using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>CREATE INDEX.</summary>
internal sealed class AddIndexStep(string table, string[] columns, bool unique, string? name) : MigrationStep
{
    public override string Name => Call("AddIndex", table, columns);

    /// <summary>Its name.</summary>
    public string IndexName => name ?? DefaultName(table, columns);

    /// <summary>The name that an index gets when nobody gives it one.</summary>
    public static string DefaultName(string table, string[] columns) => $"index_{table}_on_{string.Join("_and_", columns)}";

    /// <summary>The call of a migration's method that takes a table and columns, as its author wrote it.</summary>
    public static string Call(string method, string table, string[] columns) =>
        $"{method}(\"{table}\", [{string.Join(", ", columns.Select(column => $"\"{column}\""))}])";

    public override IEnumerable<string> Statements(Dialect dialect)
    {
        string on = $"{Dialect.Quote(table)} ({string.Join(", ", columns.Select(Dialect.Quote))})";
        yield return $"CREATE {(unique ? "UNIQUE " : "")}INDEX {Dialect.Quote(IndexName)} ON {on}";
    }

    public override string? Problem(DatabaseSchema schema) =>
        schema.FindMissing(table, columns) ?? (schema.HasIndex(IndexName) ? $"there is an index {IndexName} already" : null);

    public override MigrationStep Reverse() => new RemoveIndexStep(table, columns, unique, name);
}
