using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Saving;

/// <summary>
/// What happens when a model is saved, in order: BeforeValidation, the rules, BeforeSave, BeforeCreate or BeforeUpdate, the statement,
/// AfterCreate or AfterUpdate, AfterSave. With callbacks that await or that come after the statement, all of it is one transaction.
/// </summary>
internal static class Saver
{
    public static async Task<bool> Validate(Model model)
    {
        model.Errors.Clear();
        model.ReportRejected();
        if (!await Run(model, Callbacks.BeforeValidation))
            return false;
        model.CheckRules(model.Errors);
        await model.CheckDatabaseRules(model.Errors);
        return !model.Errors.Any;
    }

    public static async Task<bool> Save(Model model)
    {
        if (model.IsDestroyed)
            throw new InvalidOperationException($"This {model.ModelTable.ModelName} was destroyed and cannot be saved.");
        var database = Database.Current;
        if ((model.HandledCallbacks & Callbacks.InTransaction) == 0 || database.OpenTransaction is not null)
            return await SaveNow(database, model);
        return await database.Transaction(async () => await SaveNow(database, model) ? true : throw new Rollback());
    }

    public static async Task Reload(Model model)
    {
        var database = Database.Current;
        var shape = ShapeWriter.Start(model.ModelTable, 'R');
        Sql sql = database.Statements.Get(
            shape,
            model.ModelTable,
            static (sql, table) =>
                sql.Append("SELECT ")
                    .Names(table.Columns)
                    .Append(" FROM ")
                    .Name(table.Name)
                    .Append(" WHERE ")
                    .Name(table.Columns[0])
                    .Append(" = ")
                    .Parameter()
        );
        var command = new ReloadCommand(sql, model);
        await database.Read(command);
        if (!command.Found)
            throw new RecordNotFoundException(model.ModelTable.ModelName, model.Id);
        model.Errors.Clear();
    }

    private static async Task<bool> SaveNow(Database database, Model model)
    {
        if (!await Validate(model))
            return false;
        bool isNew = model.IsNewRecord;
        if (!await Run(model, Callbacks.BeforeSave))
            return false;
        if (!await Run(model, isNew ? Callbacks.BeforeCreate : Callbacks.BeforeUpdate))
            return false;
        RememberForRollback(database, model);
        try
        {
            if (isNew)
                await ModelWriter.Insert(database, model);
            else
                await ModelWriter.Update(database, model);
        }
        catch (ConstraintException error) when (SchemaRules.FindViolated(model, error) is { } broken)
        {
            model.Errors.Add(broken.Column, broken.Message);
            return false;
        }
        await Run(model, isNew ? Callbacks.AfterCreate : Callbacks.AfterUpdate);
        await Run(model, Callbacks.AfterSave);
        return true;
    }

    /// <summary>When the transaction around is undone, so is what the model says of itself.</summary>
    public static void RememberForRollback(Database database, Model model)
    {
        if (database.OpenTransaction is not { } transaction)
            return;
        var (id, isNew, isDestroyed, changed, nulls) = (model.Id, model.IsNewRecord, model.IsDestroyed, model.ChangedBits, model.NullBits);
        transaction.OnRollback(() =>
        {
            model.Id = id;
            model.IsNewRecord = isNew;
            model.IsDestroyed = isDestroyed;
            model.ChangedBits |= changed;
            model.NullBits |= nulls;
        });
    }

    public static ValueTask<bool> Run(Model model, Callbacks moment) =>
        (model.HandledCallbacks & moment) == 0 ? new ValueTask<bool>(true) : model.RunCallbacks(moment);
}
