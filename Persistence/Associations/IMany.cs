using System.ComponentModel;
using Stryke.Web.Persistence.Queries;

namespace Stryke.Web.Persistence;

/// <summary>What a <see cref="Many{T}"/> needs to know of its association.</summary>
/// <typeparam name="TTarget">The models it is a list of.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMany<TTarget>
{
    /// <summary>The name of the model that has it.</summary>
    string ModelName { get; }

    /// <summary>The name of the property.</summary>
    string Name { get; }

    /// <summary>What is true of the rows that belong to an owner.</summary>
    Condition Of(Model owner);

    /// <summary>The models that belong to an owner, by id.</summary>
    ValueTask<IReadOnlyList<TTarget>> List(Model owner);
}
