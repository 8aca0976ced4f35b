using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>A row whose id others hold: a post has many comments.</summary>
/// <typeparam name="TOwner">The model whose id is held.</typeparam>
/// <typeparam name="TTarget">The model that holds it.</typeparam>
/// <param name="modelName">The name of the owner.</param>
/// <param name="name">The name of the property.</param>
/// <param name="target">The table that holds the id; asked late, since tables may point at each other.</param>
/// <param name="foreignKey">The column that holds it; asked late.</param>
/// <param name="key">The id that a target holds.</param>
/// <param name="fill">Puts the targets into an owner.</param>
public sealed class HasMany<TOwner, TTarget>(
    string modelName,
    string name,
    Func<Table<TTarget>> target,
    Func<Column> foreignKey,
    Func<TTarget, long?> key,
    Action<TOwner, IReadOnlyList<TTarget>> fill
) : Association<TOwner>(modelName, name), IMany<TTarget>
    where TOwner : Model
    where TTarget : Model
{
    // A new record has none. With its id of 0 it would get those whose foreign key is 0.
    Condition IMany<TTarget>.Of(Model owner) => owner.Id == 0 ? Constant.Never : Comparison.Equal(foreignKey(), DbValue.Of(owner.Id));

    ValueTask<IReadOnlyList<TTarget>> IMany<TTarget>.List(Model owner) => QueryRunner.List(ById.And(((IMany<TTarget>)this).Of(owner)));

    private QueryState<TTarget> ById => new QueryState<TTarget>(target()).OrderedBy(target().Columns[0], descending: false);

    /// <summary>Deletes all targets of an owner with one statement.</summary>
    public async ValueTask DeleteAll(TOwner owner) =>
        await QueryRunner.Delete(new QueryState<TTarget>(target()).And(((IMany<TTarget>)this).Of(owner)));

    /// <summary>Destroys the targets of an owner one by one, with their callbacks.</summary>
    public async ValueTask DestroyAll(TOwner owner)
    {
        foreach (var one in await ((IMany<TTarget>)this).List(owner))
            await one.Destroy();
    }

    internal override async ValueTask Load(IReadOnlyList<TOwner> owners)
    {
        var targets = new Dictionary<long, List<TTarget>>();
        foreach (long[] ids in owners.Select(owner => owner.Id).Distinct().Chunk(InList.MaxValues))
        {
            foreach (var found in await QueryRunner.List(ById.And(InList.Of(foreignKey(), ids.Select(DbValue.Of)))))
            {
                long id = key(found)!.Value;
                if (!targets.TryGetValue(id, out var list))
                    targets[id] = list = [];
                list.Add(found);
            }
        }
        foreach (var owner in owners)
            fill(owner, targets.TryGetValue(owner.Id, out var list) ? list : []);
    }
}
