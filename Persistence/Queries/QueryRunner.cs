namespace Stryke.Web.Persistence.Queries;

/// <summary>Runs queries: one statement each, and one more for each association that is loaded with it.</summary>
internal static class QueryRunner
{
    public static async ValueTask<IReadOnlyList<TModel>> List<TModel>(QueryState<TModel> query)
        where TModel : Model
    {
        var items = await Rows(query);
        if (items.Count == 0)
            return items;
        foreach (var association in query.Preloads)
            await association.Load(items);
        return items;
    }

    public static async ValueTask<TModel?> First<TModel>(QueryState<TModel> query)
        where TModel : Model
    {
        if (query.Order.Length == 0)
            query = query.OrderedBy(query.Table.Columns[0], descending: false);
        var items = await List(query with { Limit = Math.Min(query.Limit ?? 1, 1) });
        return items.Count == 0 ? null : items[0];
    }

    public static async ValueTask<TModel?> Find<TModel>(QueryState<TModel> query, long id)
        where TModel : Model
    {
        var items = await List(query.And(Comparison.Equal(query.Table.Columns[0], Sessions.DbValue.Of(id))));
        return items.Count == 0 ? null : items[0];
    }

    public static async ValueTask<TModel> Get<TModel>(QueryState<TModel> query, long id)
        where TModel : Model => await Find(query, id) ?? throw new RecordNotFoundException(query.Table.ModelName, id);

    public static async ValueTask<long> Count<TModel>(QueryState<TModel> query)
        where TModel : Model
    {
        var database = Database.Current;
        var (sql, values) = QueryCompiler.Count(database, query);
        var command = new ScalarCommand(sql, values);
        await database.Read(command);
        return command.Value ?? 0;
    }

    public static async ValueTask<bool> Any<TModel>(QueryState<TModel> query)
        where TModel : Model => await Count(query with { Limit = Math.Min(query.Limit ?? 1, 1), Order = [] }) > 0;

    public static async ValueTask<Page<TModel>> Page<TModel>(QueryState<TModel> query, int number, int per)
        where TModel : Model
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(per, 1);
        number = Math.Max(number, 1);
        long total = await Count(query with { Limit = null, Offset = null });
        var items = await List(query with { Limit = per, Offset = (number - 1L) * per });
        return new Page<TModel>(items, number, per, total);
    }

    public static async ValueTask<long> Delete<TModel>(QueryState<TModel> query)
        where TModel : Model
    {
        var database = Database.Current;
        var (sql, values) = QueryCompiler.Delete(database, query);
        var command = new Sessions.Command(sql, values);
        await database.Write(command);
        return command.Affected;
    }

    private static async ValueTask<List<TModel>> Rows<TModel>(QueryState<TModel> query)
        where TModel : Model
    {
        var database = Database.Current;
        var (sql, values) = QueryCompiler.Select(database, query);
        var command = new Sessions.RowsCommand<TModel>(sql, values, query.Table.Materialise);
        await database.Read(command);
        return command.Items;
    }
}
