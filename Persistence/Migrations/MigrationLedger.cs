using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// Keeps which migrations ran, in the table <c>schema_migrations</c>. Where a migration has dropped indices along with a column or a table,
/// <c>schema_dropped_indices</c> has their definitions, for when it is undone.
/// </summary>
internal sealed class MigrationLedger(Database database)
{
    private readonly LedgerTable _applied = new(database, "schema_migrations", "INTEGER PRIMARY KEY NOT NULL", "name", "applied_at");
    private readonly LedgerTable _dropped = new(database, "schema_dropped_indices", "INTEGER NOT NULL", "name", "definition");

    public Task Ensure() => _applied.Ensure();

    public Task Add(MigrationInfo migration) => _applied.Add(migration.Version, DbValue.Of(migration.Name), DbValue.Of(DateTime.UtcNow));

    public Task Remove(MigrationInfo migration) => _applied.Remove(migration.Version);

    public async Task<bool> Has(long version) => (await All()).Any(applied => applied.Version == version);

    /// <summary>The migrations that ran, oldest first. None when there is no table yet.</summary>
    /// <param name="committed">Whether to leave out what the open transaction of this flow of calls has done.</param>
    public async Task<IReadOnlyList<AppliedMigration>> All(bool committed = false)
    {
        try
        {
            return await _applied.Read(
                committed ? database.Connection.Reader : database.OpenSession,
                row => new AppliedMigration(row.GetInt64(0), row.GetText(1), row.GetDateTime(2))
            );
        }
        catch (MissingTableException)
        {
            return [];
        }
    }

    /// <summary>Keeps the definitions of indices that a migration has dropped.</summary>
    public async Task KeepDropped(MigrationInfo migration, IReadOnlyList<SchemaIndex> indices)
    {
        if (indices.Count == 0)
            return;
        await _dropped.Ensure();
        foreach (var index in indices)
            await _dropped.Add(migration.Version, DbValue.Of(index.Name), DbValue.Of(index.Definition));
    }

    /// <summary>Removes the definitions that were kept for a migration, and returns them in the order in which they were kept.</summary>
    public async Task<IReadOnlyList<(string Name, string Definition)>> TakeDropped(MigrationInfo migration, DatabaseSchema schema)
    {
        if (!schema.HasTable(_dropped.Name))
            return [];
        var kept = await _dropped.Read(database.OpenSession, row => (Version: row.GetInt64(0), row.GetText(1), row.GetText(2)));
        await _dropped.Remove(migration.Version);
        return [.. kept.Where(index => index.Version == migration.Version).Select(index => (index.Item2, index.Item3))];
    }

    /// <summary>The statements that make the schema.</summary>
    public async Task<IReadOnlyList<string>> Definitions()
    {
        var schema = await DatabaseSchema.Read(database);
        var definitions = await database.ReadRows(
            database.Connection.Dialect.SchemaQuery,
            row => (Table: row.GetText(1), Sql: row.GetText(0))
        );
        return
        [
            .. definitions.Where(one => one.Table != _dropped.Name).Select(one => SchemaText.Format(one.Sql, schema.ColumnsOf(one.Table))),
        ];
    }
}
