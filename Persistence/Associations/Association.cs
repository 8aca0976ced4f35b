namespace Stryke.Web.Persistence;

/// <summary>How models of one kind belong to others, as generated code declares it.</summary>
/// <typeparam name="TOwner">The model that has the property.</typeparam>
/// <param name="modelName">The name of that model: <c>Post</c>.</param>
/// <param name="name">The name of the property: <c>Author</c>.</param>
public abstract class Association<TOwner>(string modelName, string name)
    where TOwner : Model
{
    /// <summary>The name of the model.</summary>
    public string ModelName { get; } = modelName;

    /// <summary>The name of the property.</summary>
    public string Name { get; } = name;

    /// <summary>Loads it for all the owners at once.</summary>
    internal abstract ValueTask Load(IReadOnlyList<TOwner> owners);
}
