using System.ComponentModel;

namespace Stryke.Web.Persistence;

/// <summary>What a <see cref="Ref{T}"/> needs to know of its association.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReference
{
    /// <summary>The name of the model that has it.</summary>
    string ModelName { get; }

    /// <summary>The name of the property.</summary>
    string Name { get; }

    /// <summary>The name of the model it points to.</summary>
    string TargetName { get; }

    /// <summary>The id it points to; null for none.</summary>
    long? KeyOf(Model owner);

    /// <summary>The model with that id; null when there is none.</summary>
    ValueTask<Model?> Find(long key);
}
