using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Saving;

/// <summary>The statements that write one model.</summary>
internal static class ModelWriter
{
    /// <summary>INSERT of all columns but the id, which comes back.</summary>
    public static async Task Insert(Database database, Model model)
    {
        ulong before = model.ChangedBits;
        model.Touch(DateTime.UtcNow);
        var table = model.ModelTable;
        var shape = ShapeWriter.Start(table, 'I');
        for (int i = 1; i < table.Columns.Count; i++)
            shape.Add(model.ColumnValue(i));
        var sql = database.Statements.Get(shape, table, static (sql, table) => WriteInsert(sql, table));
        var command = new ScalarCommand(sql, shape.TakeValues());
        await Run(database, command, model, before);
        model.Id = command.Value!.Value;
        model.IsNewRecord = false;
        model.ChangedBits = 0;
    }

    /// <summary>UPDATE of the columns that changed; no statement when none did.</summary>
    public static async Task Update(Database database, Model model)
    {
        if (!model.IsChanged)
            return;
        ulong before = model.ChangedBits;
        model.Touch(DateTime.UtcNow);
        var table = model.ModelTable;
        ulong changed = model.ChangedBits;
        var shape = ShapeWriter.Start(table, 'U');
        shape.Add(changed);
        for (int i = 1; i < table.Columns.Count; i++)
        {
            if ((changed & Model.Bit(i)) != 0)
                shape.Add(model.ColumnValue(i));
        }
        shape.Add(DbValue.Of(model.Id));
        var sql = database.Statements.Get(shape, (table, changed), static (sql, state) => WriteUpdate(sql, state.table, state.changed));
        var command = new Command(sql, shape.TakeValues());
        await Run(database, command, model, before);
        if (command.Affected == 0)
            throw new RecordNotFoundException(table.ModelName, model.Id);
        model.ChangedBits &= ~changed;
        model.NullBits &= ~changed;
    }

    /// <summary>DELETE of the row; false when it was gone.</summary>
    public static async Task<bool> Delete(Database database, Model model)
    {
        var shape = ShapeWriter.Start(model.ModelTable, 'X');
        shape.Add(DbValue.Of(model.Id));
        Sql sql = database.Statements.Get(
            shape,
            model.ModelTable,
            static (sql, table) =>
                sql.Append("DELETE FROM ").Name(table.Name).Append(" WHERE ").Name(table.Columns[0]).Append(" = ").Parameter()
        );
        var command = new Command(sql, shape.TakeValues());
        await database.Write(command);
        return command.Affected > 0;
    }

    /// <summary>When the statement fails, timestamps that were set for it do not count as set by the author.</summary>
    private static async Task Run(Database database, Command command, Model model, ulong before)
    {
        try
        {
            await database.Write(command);
        }
        catch
        {
            model.ChangedBits = before;
            throw;
        }
    }

    private static void WriteInsert(SqlWriter sql, Table table)
    {
        sql.Append("INSERT INTO ").Name(table.Name);
        if (table.Columns.Count == 1)
        {
            sql.Append(" DEFAULT VALUES");
        }
        else
        {
            sql.Append(" (").Names(table.Columns.Skip(1)).Append(") VALUES (").Parameters(table.Columns.Count - 1).Append(')');
        }
        sql.Append(" RETURNING ").Name(table.Columns[0]);
    }

    private static void WriteUpdate(SqlWriter sql, Table table, ulong changed)
    {
        sql.Append("UPDATE ").Name(table.Name).Append(" SET ");
        bool first = true;
        for (int i = 1; i < table.Columns.Count; i++)
        {
            if ((changed & Model.Bit(i)) == 0)
                continue;
            if (!first)
                sql.Append(", ");
            first = false;
            sql.Name(table.Columns[i]).Append(" = ").Parameter();
        }
        sql.Append(" WHERE ").Name(table.Columns[0]).Append(" = ").Parameter();
    }
}
