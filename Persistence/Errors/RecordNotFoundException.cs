namespace Stryke.Web.Persistence;

/// <summary>There is no row with the id that was asked for.</summary>
/// <param name="model">The name of the model: <c>Post</c>.</param>
/// <param name="id">The id that was asked for.</param>
public sealed class RecordNotFoundException(string model, long id) : Exception($"There is no {model} with the id {id}.")
{
    /// <summary>The name of the model.</summary>
    public string Model { get; } = model;

    /// <summary>The id that was asked for.</summary>
    public long Id { get; } = id;
}
