using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>The table of a model, and how a row of it becomes one.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="name">Its name in the database.</param>
/// <param name="modelName">The name of the model.</param>
/// <param name="columns">Its columns, the id first.</param>
/// <param name="materialise">Makes a model of the row that is being read; the columns stand in order of their ordinals.</param>
public sealed class Table<TModel>(string name, string modelName, Column[] columns, Func<Row, TModel> materialise)
    : Table(name, modelName, columns)
    where TModel : Model
{
    internal Func<Row, TModel> Materialise { get; } = materialise;
}
