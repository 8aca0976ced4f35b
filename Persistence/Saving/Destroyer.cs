namespace Stryke.Web.Persistence.Saving;

/// <summary>
/// What happens when a model is destroyed, in order: BeforeDestroy, what depends on it, its row, AfterDestroy. One transaction where
/// there is more than the row.
/// </summary>
internal static class Destroyer
{
    public static async Task<bool> Destroy(Model model)
    {
        if (model.IsNewRecord)
            throw new InvalidOperationException($"This {model.ModelTable.ModelName} was never saved.");
        var database = Database.Current;
        bool alone = !model.HasDependents && (model.HandledCallbacks & (Callbacks.BeforeDestroy | Callbacks.AfterDestroy)) == 0;
        if (alone || database.OpenTransaction is not null)
            return await DestroyNow(database, model);
        return await database.Transaction(async () => await DestroyNow(database, model) ? true : throw new Rollback());
    }

    private static async Task<bool> DestroyNow(Database database, Model model)
    {
        if (!await Saver.Run(model, Callbacks.BeforeDestroy))
            return false;
        if (model.HasDependents)
            await model.RemoveDependents();
        Saver.RememberForRollback(database, model);
        bool wasThere = await ModelWriter.Delete(database, model);
        model.IsDestroyed = true;
        if (wasThere)
            await Saver.Run(model, Callbacks.AfterDestroy);
        return wasThere;
    }
}
