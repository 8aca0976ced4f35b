using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using Stryke.Web.Persistence.Queries;

namespace Stryke.Web.Persistence;

/// <summary>
/// The models that belong to another. <c>await post.Comments</c> loads them, as does <c>.With(p =&gt; p.Comments)</c>; only then can it be
/// counted and enumerated. <c>post.Comments.Query()</c> is a query on them. A new record has none.
/// </summary>
/// <typeparam name="T">The models.</typeparam>
/// <param name="owner">The model they belong to.</param>
/// <param name="association">How they belong to it.</param>
[method: EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Many<T>(Model owner, IMany<T> association) : IReadOnlyList<T>
    where T : Model
{
    private IReadOnlyList<T>? _items;

    /// <summary>Whether they were loaded.</summary>
    public bool IsLoaded => _items is not null || owner.IsNewRecord;

    /// <summary>Whether they were loaded explicitly. A new record has none, and this is false for it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WasLoaded => _items is not null;

    /// <summary>The models, by id.</summary>
    /// <exception cref="AssociationNotLoadedException">They are not loaded.</exception>
    public IReadOnlyList<T> Value =>
        _items ?? (owner.IsNewRecord ? [] : throw new AssociationNotLoadedException(association.ModelName, association.Name));

    /// <summary>How many there are; they must be loaded.</summary>
    public int Count => Value.Count;

    /// <summary>What is true of their rows.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Condition Condition => association.Of(owner);

    /// <summary>One of them; they must be loaded.</summary>
    public T this[int index] => Value[index];

    /// <summary>Awaiting it loads them, unless they are loaded.</summary>
    public ValueTaskAwaiter<IReadOnlyList<T>> GetAwaiter() => Load().GetAwaiter();

    /// <summary>Loads them, unless they are loaded.</summary>
    public async ValueTask<IReadOnlyList<T>> Load()
    {
        if (!IsLoaded)
            _items = await association.List(owner);
        return Value;
    }

    /// <summary>Takes the models that were loaded for it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Fill(IReadOnlyList<T> items) => _items = items;

    /// <summary>Enumerates them; they must be loaded.</summary>
    public IEnumerator<T> GetEnumerator() => Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
