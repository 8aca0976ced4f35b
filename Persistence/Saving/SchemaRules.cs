using Stryke.Web.Persistence.Validation;

namespace Stryke.Web.Persistence.Saving;

/// <summary>
/// The rules of the schema that speak of one field. What breaks one is an error of that field, like that of a rule of the model: the
/// model has not
/// said it, or another writer was faster than its rule could see.
/// </summary>
internal static class SchemaRules
{
    /// <summary>Which field a write has broken a rule of, and what is wrong with it; null when it is no field's fault.</summary>
    public static (Column Column, string Message)? FindViolated(Model model, ConstraintException error)
    {
        Column? column = model.ModelTable.Columns.FirstOrDefault(column =>
            error.Columns.Contains(column.Name) && Concerns(model, error, column)
        );
        if (column is null)
            return null;
        string message = error switch
        {
            { Kind: ConstraintKind.Unique } => Rules.TakenMessage,
            { Limit: { } limit } => Rules.TooLong(limit),
            _ => Rules.BlankMessage,
        };
        return (column, message);
    }

    private static bool Concerns(Model model, ConstraintException error, Column column) =>
        error.Kind switch
        {
            ConstraintKind.Unique => (model.UniqueColumns & Model.Bit(column.Ordinal)) != 0,
            ConstraintKind.NotNull => true,
            _ => error.Limit is not null,
        };
}
