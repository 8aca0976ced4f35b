using System.Collections;

namespace Stryke.Web.Persistence;

/// <summary>One page of the rows of a query.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="items">The rows on it.</param>
/// <param name="number">Which page it is, from 1.</param>
/// <param name="per">Rows on a full page.</param>
/// <param name="total">Rows on all pages.</param>
public sealed class Page<TModel>(IReadOnlyList<TModel> items, int number, int per, long total) : IReadOnlyList<TModel>
{
    /// <summary>The rows on this page.</summary>
    public IReadOnlyList<TModel> Items { get; } = items;

    /// <summary>Which page this is, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Rows on a full page.</summary>
    public int Per { get; } = per;

    /// <summary>Rows on all pages.</summary>
    public long Total { get; } = total;

    /// <summary>How many pages there are; at least 1.</summary>
    public int PageCount => (int)Math.Max(1, (Total + Per - 1) / Per);

    /// <summary>Whether there is a page after this one.</summary>
    public bool HasNext => Number < PageCount;

    /// <summary>Whether there is a page before this one.</summary>
    public bool HasPrevious => Number > 1;

    /// <summary>Rows on this page.</summary>
    public int Count => Items.Count;

    /// <summary>A row of this page.</summary>
    public TModel this[int index] => Items[index];

    /// <inheritdoc/>
    public IEnumerator<TModel> GetEnumerator() => Items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
