using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// The table <c>schema_migrations</c>: which migrations ran. Beside it, where a migration has taken indices away with a column or a
/// table, stand their
/// definitions, for when it is undone.
/// </summary>
internal sealed class MigrationLedger(Database database)
{
    private const string Table = "\"schema_migrations\"";
    private const string Taken = "\"schema_dropped_indices\"";

    public async Task Ensure() =>
        await database.Execute(
            $"CREATE TABLE IF NOT EXISTS {Table} (\"version\" INTEGER PRIMARY KEY NOT NULL, "
                + "\"name\" TEXT NOT NULL, \"applied_at\" TEXT NOT NULL)"
        );

    public async Task Add(MigrationInfo migration) =>
        await database.Execute(
            $"INSERT INTO {Table} (version, name, applied_at) VALUES (?, ?, ?)",
            DbValue.Of(migration.Version),
            DbValue.Of(migration.Name),
            DbValue.Of(DateTime.UtcNow)
        );

    public async Task Remove(MigrationInfo migration) =>
        await database.Execute($"DELETE FROM {Table} WHERE version = ?", DbValue.Of(migration.Version));

    public async Task<bool> Has(long version) => (await All()).Any(applied => applied.Version == version);

    /// <summary>What ran, oldest first; nothing when there is no table yet.</summary>
    /// <param name="committed">Whether to look at what counts already, and not at what the open transaction of this flow of calls has
    /// done.</param>
    public async Task<IReadOnlyList<AppliedMigration>> All(bool committed = false)
    {
        var command = new ReadCommand<AppliedMigration>(
            new Sql($"SELECT version, name, applied_at FROM {Table} ORDER BY version", isCached: false),
            row => new AppliedMigration(row.GetInt64(0), row.GetText(1), row.GetDateTime(2))
        );
        try
        {
            await (committed ? database.Connection.Reader : Session).Run(command);
        }
        catch (MissingTableException)
        {
            return [];
        }
        return command.Items;
    }

    /// <summary>Keeps the definitions of indices that a migration has taken away.</summary>
    public async Task Keep(MigrationInfo migration, IReadOnlyList<SchemaIndex> indices)
    {
        if (indices.Count == 0)
            return;
        await database.Execute(
            $"CREATE TABLE IF NOT EXISTS {Taken} (\"version\" INTEGER NOT NULL, \"name\" TEXT NOT NULL, \"definition\" TEXT NOT NULL)"
        );
        foreach (var index in indices)
        {
            await database.Execute(
                $"INSERT INTO {Taken} (version, name, definition) VALUES (?, ?, ?)",
                DbValue.Of(migration.Version),
                DbValue.Of(index.Name),
                DbValue.Of(index.Definition)
            );
        }
    }

    /// <summary>Gives back the definitions that were kept for a migration.</summary>
    public async Task<IReadOnlyList<(string Name, string Definition)>> TakeBack(MigrationInfo migration, DatabaseSchema schema)
    {
        if (!schema.HasTable(SqlTokens.Unquote(Taken)))
            return [];
        var kept = new ReadCommand<(string, string)>(
            new Sql($"SELECT name, definition FROM {Taken} WHERE version = ? ORDER BY rowid", isCached: false),
            row => (row.GetText(0), row.GetText(1)),
            DbValue.Of(migration.Version)
        );
        await Session.Run(kept);
        await database.Execute($"DELETE FROM {Taken} WHERE version = ?", DbValue.Of(migration.Version));
        return kept.Items;
    }

    /// <summary>The statements that make the schema.</summary>
    public async Task<IReadOnlyList<string>> Definitions()
    {
        var schema = await DatabaseSchema.Read(database);
        var command = new ReadCommand<(string Table, string Sql)>(
            database.Connection.Dialect.SchemaQuery,
            row => (row.GetText(1), row.GetText(0))
        );
        await Session.Run(command);
        return command
            .Items.Where(one => one.Table != SqlTokens.Unquote(Taken))
            .Select(one => SchemaText.Format(one.Sql, schema.ColumnsOf(one.Table)))
            .ToList();
    }

    private IDatabaseSession Session => database.OpenTransaction ?? database.Connection.Reader;
}
