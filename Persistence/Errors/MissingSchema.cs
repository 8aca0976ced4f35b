using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Persistence.Sessions;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Persistence;

/// <summary>
/// Says of a table or column that is missing which model needs it, and whether a migration is to be run or to be written.
/// </summary>
internal static class MissingSchema
{
    public static async ValueTask<MissingTableException> Explain(Database database, Command command, MissingTableException error)
    {
        var table = command.Sql.Table;
        string? tableName = table?.Name ?? error.Table;
        var column = error.Column is null ? null : table?.Find(error.Column);
        string? model =
            table is null ? null
            : column is null ? table.ModelName
            : $"{table.ModelName}.{column.PropertyName}";
        string of = tableName is null ? "" : $" in {tableName}",
            need = model is null ? "" : $", which {model} needs";
        string what = error.Column is null ? $"table {tableName}" : $"column {error.Column}{of}";
        string message = $"The database has no {what}{need}{await Advice(database, table, error, column)}";
        if (table is null)
            message += $"\nThe statement was: {command.Sql.Text}";
        if (error.Caller is { } caller)
            message += $"\nIt was asked for at {caller}.";
        return new MissingTableException(message)
        {
            Table = tableName,
            Column = error.Column,
            Model = model,
            Sql = error.Sql,
            Reason = error.Reason,
            Caller = error.Caller,
            Place = error.Place,
        };
    }

    private static async ValueTask<string> Advice(Database database, Table? table, MissingTableException error, Column? column)
    {
        if (database.Migrations is { } migrations)
        {
            var pending = await new Migrator(database, migrations).Pending(committed: true);
            if (pending.Count > 0)
                return $": {PendingMigrationsException.Describe(pending)}: run `db migrate`.";
        }
        string migrated = database.Migrations is null ? ": run `db migrate`" : ", and every migration has run";
        if (table is null)
            return migrated + ".";
        string? write =
            error.Column is null ? CreateTable(table)
            : column is null ? null
            : $"AddColumn(\"{table.Name}\", t => {Define(column)});";
        string near = Near(await database.NullAsDefault.Names(error.Column is null ? null : table.Name), error.Column ?? table.Name);
        if (write is null)
            return $"{migrated}.{near}";
        return $"{migrated}{(database.Migrations is null ? ", or" : ":")} write a migration with\n{write}{near}";
    }

    private static string Near(IReadOnlyCollection<string> known, string name) =>
        NearestName.Of(name, known) is { } nearest ? $"\nThe nearest name there is '{nearest}'." : "";

    private static string CreateTable(Table table)
    {
        var columns = table.Columns.Skip(1);
        bool hasTimestamps = table.Find("created_at") is not null && table.Find("updated_at") is not null;
        if (hasTimestamps)
            columns = columns.Where(column => column.Name is not ("created_at" or "updated_at"));
        var lines = columns.Select(column => Define(column)).Concat(hasTimestamps ? ["t.Timestamps()"] : []);
        return $"CreateTable(\"{table.Name}\", t =>\n{{\n{string.Concat(lines.Select(line => $"    {line};\n"))}}});";
    }

    private static string Define(Column column)
    {
        string method = column.Kind switch
        {
            DbKind.Real => "Double",
            DbKind.Bytes => "Binary",
            var kind => kind.ToString(),
        };
        return $"t.{method}(\"{column.Name}\", @null: {(column.IsNullable ? "true" : "false")})";
    }
}
