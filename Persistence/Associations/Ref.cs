using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Stryke.Web.Persistence;

/// <summary>
/// The model that another belongs to. <c>await comment.Post</c> loads it; <c>comment.Post.Value</c> is for when it is loaded, by the await
/// or by <c>.With(c =&gt; c.Post)</c>. One that may point to nothing is a <c>Ref&lt;Post?&gt;</c>.
/// </summary>
/// <typeparam name="T">The model it points to.</typeparam>
/// <param name="owner">The model that holds the id.</param>
/// <param name="association">How it points.</param>
[method: EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Ref<T>(Model owner, IReference association)
    where T : Model?
{
    private Model? _target;
    private long? _loadedKey;
    private bool _wasLoaded;

    /// <summary>Whether it was loaded and the id has not changed since.</summary>
    public bool IsLoaded => association.KeyOf(owner) is not { } key || (_loadedKey == key && _target is not null);

    /// <summary>Whether it was loaded explicitly. False for one that points to nothing, which need not be loaded.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool WasLoaded => _wasLoaded && IsLoaded;

    /// <summary>The model it points to.</summary>
    /// <exception cref="AssociationNotLoadedException">It is not loaded.</exception>
    public T Value => IsLoaded ? (T)Present! : throw new AssociationNotLoadedException(association.ModelName, association.Name);

    private Model? Present => association.KeyOf(owner) is null ? null : _target;

    /// <summary>Awaiting it loads it, unless it is loaded.</summary>
    public ValueTaskAwaiter<T> GetAwaiter() => Load().GetAwaiter();

    /// <summary>Loads it, unless it is loaded.</summary>
    /// <exception cref="RecordNotFoundException">There is no row with that id.</exception>
    public async ValueTask<T> Load()
    {
        if (!IsLoaded)
        {
            long key = association.KeyOf(owner)!.Value;
            Fill(await association.Find(key) ?? throw new RecordNotFoundException(association.TargetName, key));
        }
        _wasLoaded = true;
        return (T)Present!;
    }

    /// <summary>Takes the model that was loaded for it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Fill(Model? target)
    {
        _target = target;
        _loadedKey = target?.Id;
        _wasLoaded = true;
    }
}
