using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>A row that holds the id of another: a comment belongs to its post.</summary>
/// <typeparam name="TOwner">The model that holds the id.</typeparam>
/// <typeparam name="TTarget">The model that it points to.</typeparam>
/// <param name="modelName">The name of the owner.</param>
/// <param name="name">The name of the property.</param>
/// <param name="target">The table it points to; asked late, since tables may point at each other.</param>
/// <param name="key">The id that an owner holds.</param>
/// <param name="fill">Puts the target into an owner.</param>
public sealed class BelongsTo<TOwner, TTarget>(
    string modelName,
    string name,
    Func<Table<TTarget>> target,
    Func<TOwner, long?> key,
    Action<TOwner, TTarget?> fill
) : Association<TOwner>(modelName, name), IReference
    where TOwner : Model
    where TTarget : Model
{
    string IReference.TargetName => target().ModelName;

    long? IReference.KeyOf(Model owner) => key((TOwner)owner);

    async ValueTask<Model?> IReference.Find(long key) => await QueryRunner.Find(new QueryState<TTarget>(target()), key);

    internal override async ValueTask Load(IReadOnlyList<TOwner> owners)
    {
        var targets = new Dictionary<long, TTarget>();
        foreach (long[] keys in owners.Select(key).OfType<long>().Distinct().Chunk(InList.MaxValues))
        {
            var condition = InList.Of(target().Columns[0], keys.Select(DbValue.Of));
            foreach (var found in await QueryRunner.List(new QueryState<TTarget>(target()).And(condition)))
                targets[found.Id] = found;
        }
        foreach (var owner in owners)
            fill(owner, key(owner) is { } id ? targets.GetValueOrDefault(id) : null);
    }
}
