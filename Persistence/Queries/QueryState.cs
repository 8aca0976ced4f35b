namespace Stryke.Web.Persistence.Queries;

/// <summary>The state of a query. Immutable.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed record QueryState<TModel>
    where TModel : Model
{
    /// <summary>All rows of a table.</summary>
    public QueryState(Table<TModel> table) => Table = table;

    internal Table<TModel> Table { get; }

    internal Condition? Where { get; init; }

    internal OrderTerm[] Order { get; init; } = [];

    internal long? Limit { get; init; }

    internal long? Offset { get; init; }

    internal Association<TModel>[] Preloads { get; init; } = [];

    internal QueryState<TModel> And(Condition condition) => this with { Where = Where is null ? condition : Where & condition };

    internal QueryState<TModel> OrderedBy(Column column, bool descending) =>
        this with
        {
            Order = [.. Order, new OrderTerm(column, descending)],
        };

    internal QueryState<TModel> Preloading(Association<TModel> association) =>
        Array.IndexOf(Preloads, association) >= 0 ? this : this with { Preloads = [.. Preloads, association] };
}
