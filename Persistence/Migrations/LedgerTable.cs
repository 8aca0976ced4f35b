using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>A table in which the migrator keeps something about each migration. Its first column is the version of the migration.</summary>
/// <param name="database">The database.</param>
/// <param name="name">The name of the table.</param>
/// <param name="versionType">The type of the column <c>version</c>, with its constraints.</param>
/// <param name="columns">The other columns: texts and times that are not NULL.</param>
internal sealed class LedgerTable(Database database, string name, string versionType, params string[] columns)
{
    private readonly string _names = string.Join(", ", columns.Select(Dialect.Quote).Prepend("\"version\""));

    public string Name { get; } = name;

    /// <summary>Makes the table if there is none.</summary>
    public Task Ensure() =>
        database.Execute(
            $"CREATE TABLE IF NOT EXISTS {Dialect.Quote(Name)} (\"version\" {versionType}, "
                + $"{string.Join(", ", columns.Select(column => $"{Dialect.Quote(column)} TEXT NOT NULL"))})"
        );

    /// <summary>Adds a row.</summary>
    public Task Add(long version, params ReadOnlySpan<DbValue> values) =>
        database.Execute(
            $"INSERT INTO {Dialect.Quote(Name)} ({_names}) VALUES (?{string.Concat(Enumerable.Repeat(", ?", columns.Length))})",
            [DbValue.Of(version), .. values]
        );

    /// <summary>Removes the rows of a migration.</summary>
    public Task Remove(long version) => database.Execute($"DELETE FROM {Dialect.Quote(Name)} WHERE version = ?", DbValue.Of(version));

    /// <summary>All rows, in the order of the versions and in which they were added.</summary>
    /// <param name="session">Where to read them.</param>
    /// <param name="read">Makes an object of a row: the version is column 0.</param>
    public async Task<List<T>> Read<T>(IDatabaseSession session, Func<Row, T> read)
    {
        var command = new RowsCommand<T>(
            new Sql($"SELECT {_names} FROM {Dialect.Quote(Name)} ORDER BY version, rowid", isCached: false),
            [],
            read
        );
        await session.Run(command);
        return command.Items;
    }
}
