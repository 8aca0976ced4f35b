using Stryke.Web.Text.Words;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// The tables, columns, indices and foreign keys of a database, as a step of a migration finds them. Names are found in any case, as in
/// SQL.
/// </summary>
internal sealed class DatabaseSchema
{
    private readonly Dictionary<string, List<string>> _tables = new(StringComparer.OrdinalIgnoreCase);

    private DatabaseSchema(
        IEnumerable<(string Table, string Column)> columns,
        IReadOnlyList<SchemaIndex> indices,
        IReadOnlyList<SchemaReference> references
    )
    {
        foreach (var (table, column) in columns)
        {
            if (!_tables.TryGetValue(table, out var list))
                _tables[table] = list = [];
            list.Add(column);
        }
        Indices = indices;
        Dangling = [.. references.Where(reference => !Exists(reference))];
    }

    /// <summary>The indices that statements made, and not constraints.</summary>
    public IReadOnlyList<SchemaIndex> Indices { get; }

    /// <summary>The foreign keys whose table or column there does not exist.</summary>
    public IReadOnlyList<SchemaReference> Dangling { get; }

    /// <summary>Reads it where this flow of calls reads: in its transaction.</summary>
    public static async Task<DatabaseSchema> Read(Database database)
    {
        var dialect = database.Connection.Dialect;
        var columns = await database.ReadRows(dialect.ColumnsQuery, row => (row.GetText(0), row.GetText(1)));
        var indices = await database.ReadRows(
            dialect.IndicesQuery,
            row =>
                (
                    Index: new SchemaIndex(row.GetText(0), row.GetText(1), row.GetBool(2), row.GetBool(3), row.GetText(4), []),
                    Column: row.IsNull(5) ? null : row.GetText(5)
                )
        );
        var references = await database.ReadRows(
            dialect.ReferencesQuery,
            row => new SchemaReference(row.GetText(0), row.GetText(1), row.GetText(2), row.IsNull(3) ? null : row.GetText(3))
        );
        var whole = indices
            .GroupBy(row => row.Index.Name)
            .Select(rows => rows.First().Index with { Columns = [.. rows.Select(row => row.Column).OfType<string>()] });
        return new DatabaseSchema(columns, [.. whole], references);
    }

    public bool HasTable(string table) => _tables.ContainsKey(table);

    public bool HasColumn(string table, string column) => ColumnsOf(table).Contains(column, StringComparer.OrdinalIgnoreCase);

    public bool HasIndex(string name) => Indices.Any(index => index.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The columns of a table; none when there is no such table.</summary>
    public IReadOnlyList<string> ColumnsOf(string table) => _tables.TryGetValue(table, out var columns) ? columns : [];

    public IEnumerable<SchemaIndex> IndicesOf(string table) =>
        Indices.Where(index => index.Table.Equals(table, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with a step that needs these columns of a table; null when nothing is.</summary>
    public string? FindMissing(string table, params IEnumerable<string> columns)
    {
        if (!HasTable(table))
            return $"there is no table {table}{Suggest(table, _tables.Keys)}";
        string? missing = columns.FirstOrDefault(column => !HasColumn(table, column));
        return missing is null ? null : $"the table {table} has no column {missing}{Suggest(missing, ColumnsOf(table))}";
    }

    /// <summary>What is wrong with a foreign key that refers to nothing.</summary>
    public string Describe(SchemaReference reference) =>
        HasTable(reference.Target)
            ? $"{reference.Table}.{reference.Column} refers to {reference.Target}.{reference.TargetColumn}, which does not exist"
            : $"{reference.Table}.{reference.Column} refers to the table {reference.Target}, which does not exist"
                + $"{Suggest(reference.Target, _tables.Keys)} Say which by to:";

    private static string Suggest(string name, IReadOnlyCollection<string> known)
    {
        List<string> own = [.. known.Where(one => !one.StartsWith("schema_", StringComparison.Ordinal))];
        return own.Count == 0 ? "." : $": {NearestName.Suggest(name, own)}{(NearestName.Of(name, own) is null ? "." : "")}";
    }

    private bool Exists(SchemaReference reference) =>
        HasTable(reference.Target) && (reference.TargetColumn is null || HasColumn(reference.Target, reference.TargetColumn));
}
