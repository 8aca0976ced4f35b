namespace Stryke.Web.Persistence;

/// <summary>A model was not saved because it is not valid.</summary>
/// <param name="model">The model; its <see cref="Model.Errors"/> say what is wrong.</param>
public sealed class RecordInvalidException(Model model)
    : Exception($"{model.ModelTable.ModelName} was not saved: {string.Join("; ", model.Errors.FullMessages)}.")
{
    /// <summary>The model.</summary>
    public Model Model { get; } = model;
}
