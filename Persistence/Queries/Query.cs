using System.Runtime.CompilerServices;

namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// A query on a table. Immutable: each method returns another query. Awaiting it runs it as one prepared statement with bound values, and
/// one more for each <see cref="With"/>.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TColumns">The columns of its table.</typeparam>
/// <typeparam name="TQuery">The generated query of the model, which its scopes are members of.</typeparam>
/// <param name="state">What it asks for.</param>
public abstract class Query<TModel, TColumns, TQuery>(QueryState<TModel> state)
    where TModel : Model
    where TColumns : struct
    where TQuery : Query<TModel, TColumns, TQuery>
{
    /// <summary>The generated query with another state.</summary>
    protected abstract TQuery From(QueryState<TModel> state);

    /// <summary>Only rows that meet the condition, in addition to earlier conditions: <c>WHERE … AND …</c>.</summary>
    public TQuery Where(Func<TColumns, Condition> condition) => From(state.And(condition(default)));

    /// <summary>Smallest first; after the orders before it: <c>ORDER BY …</c>.</summary>
    public TQuery OrderBy(Func<TColumns, Column> column) => From(state.OrderedBy(column(default), descending: false));

    /// <summary>Largest first; after the orders before it: <c>ORDER BY … DESC</c>.</summary>
    public TQuery OrderByDescending(Func<TColumns, Column> column) => From(state.OrderedBy(column(default), descending: true));

    /// <summary>At most so many rows: <c>LIMIT</c>.</summary>
    public TQuery Limit(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return From(state with { Limit = count });
    }

    /// <summary>Without the first so many rows: <c>OFFSET</c>.</summary>
    public TQuery Offset(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return From(state with { Offset = count });
    }

    /// <summary>Loads an association of all rows with one more statement: <c>SELECT … WHERE id IN (…)</c>.</summary>
    public TQuery With(Func<TColumns, Association<TModel>> association) => From(state.Preloading(association(default)));

    /// <summary>The row with an id; null when there is none: <c>WHERE id = ?</c>.</summary>
    public ValueTask<TModel?> Find(long id) => QueryRunner.Find(state, id);

    /// <summary>The row with an id.</summary>
    /// <exception cref="RecordNotFoundException">There is none.</exception>
    public ValueTask<TModel> Get(long id) => QueryRunner.Get(state, id);

    /// <summary>The first row, by id when no order is given; null when there is none: <c>LIMIT 1</c>.</summary>
    public ValueTask<TModel?> First() => QueryRunner.First(state);

    /// <summary>The first row for which the condition holds.</summary>
    public ValueTask<TModel?> First(Func<TColumns, Condition> condition) => Where(condition).First();

    /// <summary>How many rows there are: <c>SELECT COUNT(*)</c>.</summary>
    public ValueTask<long> Count() => QueryRunner.Count(state);

    /// <summary>Whether there is a row.</summary>
    public ValueTask<bool> Any() => QueryRunner.Any(state);

    /// <summary>Whether there is a row for which the condition holds.</summary>
    public ValueTask<bool> Any(Func<TColumns, Condition> condition) => Where(condition).Any();

    /// <summary>One page of rows and how many there are in all: two statements.</summary>
    /// <param name="number">Which page, from 1; less is taken for 1.</param>
    /// <param name="per">Rows on a page.</param>
    public ValueTask<Page<TModel>> Page(int number, int per = 25) => QueryRunner.Page(state, number, per);

    /// <summary>Deletes the rows with one statement, without loading them: no callbacks run. Returns how many.</summary>
    public ValueTask<long> DeleteAll() => QueryRunner.Delete(state);

    /// <summary>Runs the query.</summary>
    public ValueTask<IReadOnlyList<TModel>> ToList() => QueryRunner.List(state);

    /// <summary>The SQL that awaiting it would run, with <c>?</c> for values.</summary>
    public string ToSql() => QueryCompiler.Select(Database.Current, state).Sql.Text;

    /// <summary>Awaiting a query runs it.</summary>
    public ValueTaskAwaiter<IReadOnlyList<TModel>> GetAwaiter() => ToList().GetAwaiter();
}
