using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>The table <c>schema_migrations</c>: which migrations ran.</summary>
internal sealed class MigrationLedger(Database database)
{
    private const string Table = "schema_migrations";

    public async Task Ensure() => await database.Execute(
        $"CREATE TABLE IF NOT EXISTS {Table} (version INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL, applied_at TEXT NOT NULL)");

    public async Task Add(MigrationInfo migration) => await database.Execute(
        $"INSERT INTO {Table} (version, name, applied_at) VALUES (?, ?, ?)",
        DbValue.Of(migration.Version), DbValue.Of(migration.Name), DbValue.Of(DateTime.UtcNow));

    public async Task Remove(MigrationInfo migration) => await database.Execute(
        $"DELETE FROM {Table} WHERE version = ?", DbValue.Of(migration.Version));

    public async Task<bool> Has(long version) => (await All()).Any(applied => applied.Version == version);

    /// <summary>What ran, oldest first; nothing when there is no table yet.</summary>
    public async Task<IReadOnlyList<AppliedMigration>> All()
    {
        var command = new ReadCommand<AppliedMigration>(
            $"SELECT version, name, applied_at FROM {Table} ORDER BY version",
            row => new AppliedMigration(row.GetInt64(0), row.GetText(1), row.GetDateTime(2)));
        try
        {
            await database.Read(command);
        }
        catch (MissingTableException)
        {
            return [];
        }
        return command.Items;
    }

    /// <summary>The statements that make the schema.</summary>
    public async Task<IReadOnlyList<string>> Definitions()
    {
        var command = new ReadCommand<string>(database.Connection.Dialect.SchemaQuery.Text, row => row.GetText(0));
        await database.Read(command);
        return command.Items;
    }

    private sealed class ReadCommand<T>(string sql, Func<Row, T> read) : Command(new Sql(sql, isCached: false), [])
    {
        public List<T> Items { get; } = [];

        protected internal override void Read(Row row)
        {
            while (row.Step()) Items.Add(read(row));
        }
    }
}
