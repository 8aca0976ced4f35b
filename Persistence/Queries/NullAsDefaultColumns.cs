using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// The columns that may be NULL in the database though their property cannot be null: those that a migration added to a table with rows, or
/// that were declared so. NULL reads as the default of the property's type, so statements on these columns take it for that too. Read
/// from the
/// schema when the first statement on a table is written, and again after migrations.
/// </summary>
internal sealed class NullAsDefaultColumns(Database database)
{
    private volatile Dictionary<string, HashSet<string>>? _nullable;

    /// <summary>Makes sure that the columns of a table are known.</summary>
    /// <returns>False when they are not, as in a transaction that has changed the schema: what is written then is right in any case, and
    /// not kept.</returns>
    public bool EnsureKnown(Table table)
    {
        bool isNew = IsInNewSchema;
        if (!isNew && !IsKnown(table))
            Read();
        bool isKnown = !isNew && IsKnown(table);
        table.AddNullAsDefault([.. table.Columns.Where(Contains)]);
        return isKnown;
    }

    /// <summary>Whether a column is one of them.</summary>
    public bool Contains(Column column)
    {
        if (column.IsNullable || column.Ordinal == 0)
            return false;
        if (IsInNewSchema)
            return true;
        if (_nullable is not { } known || !known.TryGetValue(column.Table!.Name, out var nullable))
            return false;
        return nullable.Contains(column.Name);
    }

    /// <summary>Forgets what is known, since the schema has changed or may have.</summary>
    public void Forget() => _nullable = null;

    /// <summary>The tables that there are, or the columns of one.</summary>
    public async ValueTask<IReadOnlyCollection<string>> Names(string? table)
    {
        var command = Columns();
        await database.Connection.Reader.Run(command);
        return
        [
            .. table is null
                ? command.Items.Select(column => column.Table).Distinct()
                : command
                    .Items.Where(column => table.Equals(column.Table, StringComparison.OrdinalIgnoreCase))
                    .Select(column => column.Name),
        ];
    }

    /// <summary>Reads the schema.</summary>
    public void Read()
    {
        var reading = ReadColumns();
        // A database on a wire answers later; until then nothing is known of it, and nobody waits.
        if (reading.IsCompleted)
            reading.GetAwaiter().GetResult();
        else
            _ = reading.ContinueWith(static task => task.Exception, TaskScheduler.Default);
    }

    private async Task ReadColumns()
    {
        var command = Columns();
        await database.Connection.Reader.Run(command);
        var nullable = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (table, name, isNullable) in command.Items)
        {
            nullable.TryAdd(table, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            if (isNullable)
                nullable[table].Add(name);
        }
        _nullable = nullable;
    }

    private RowsCommand<(string Table, string Name, bool IsNullable)> Columns() =>
        new(database.Connection.Dialect.ColumnsQuery, [], static row => (row.GetText(0), row.GetText(1), row.GetBool(2)));

    private bool IsInNewSchema => database.OpenTransaction is { HasNewSchema: true };

    private bool IsKnown(Table table) => _nullable is { } known && known.ContainsKey(table.Name);
}
