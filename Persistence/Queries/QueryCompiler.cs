using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// Makes the statement of a query: a walk for its shape and values, and the SQL itself only for a shape that was not seen before.
/// The walk and the writing visit the same parts in the same order; that is what keeps values at their places.
/// </summary>
internal static class QueryCompiler
{
    private const char Rows = 'S';
    private const char Amount = 'C';
    private const char Deletion = 'D';

    /// <summary>SELECT of all columns.</summary>
    public static (Sql Sql, DbValue[] Values) Select<TModel>(Database database, QueryState<TModel> query)
        where TModel : Model
    {
        var shape = Shape(query, Rows);
        return (
            database.Statements.Get(
                shape,
                query,
                static (sql, query) =>
                {
                    sql.Append("SELECT ").Names(query.Table.Columns);
                    WriteTail(sql, query);
                }
            ),
            shape.TakeValues()
        );
    }

    /// <summary>SELECT COUNT(*); of what the limit leaves when there is one.</summary>
    public static (Sql Sql, DbValue[] Values) Count<TModel>(Database database, QueryState<TModel> query)
        where TModel : Model
    {
        query = query with { Order = query.Limit is null && query.Offset is null ? [] : query.Order };
        var shape = Shape(query, Amount);
        return (
            database.Statements.Get(
                shape,
                query,
                static (sql, query) =>
                {
                    bool cut = query.Limit is not null || query.Offset is not null;
                    sql.Append(cut ? "SELECT COUNT(*) FROM (SELECT 1" : "SELECT COUNT(*)");
                    WriteTail(sql, query);
                    if (cut)
                        sql.Append(')');
                }
            ),
            shape.TakeValues()
        );
    }

    /// <summary>DELETE of all rows of the query.</summary>
    public static (Sql Sql, DbValue[] Values) Delete<TModel>(Database database, QueryState<TModel> query)
        where TModel : Model
    {
        query = query with { Order = query.Limit is null && query.Offset is null ? [] : query.Order };
        var shape = Shape(query, Deletion);
        return (
            database.Statements.Get(
                shape,
                query,
                static (sql, query) =>
                {
                    bool cut = query.Limit is not null || query.Offset is not null;
                    sql.Append("DELETE");
                    if (cut)
                    {
                        sql.Append(" FROM ")
                            .Name(query.Table.Name)
                            .Append(" WHERE ")
                            .Name(query.Table.Columns[0])
                            .Append(" IN (SELECT ")
                            .Name(query.Table.Columns[0]);
                    }
                    WriteTail(sql, query);
                    if (cut)
                        sql.Append(')');
                }
            ),
            shape.TakeValues()
        );
    }

    private static ShapeWriter Shape<TModel>(QueryState<TModel> query, char operation)
        where TModel : Model
    {
        var shape = ShapeWriter.Start(query.Table, operation);
        shape.Add((char)((query.Where is null ? 0 : 1) | (query.Limit is null ? 0 : 2) | (query.Offset is null ? 0 : 4)));
        shape.Add((char)checked((ushort)query.Order.Length));
        query.Where?.Shape(shape);
        foreach (var term in query.Order)
        {
            shape.Add(term.Descending ? '-' : '+');
            shape.Add(term.Column);
        }
        if (query.Limit is { } limit)
            shape.Add(DbValue.Of(limit));
        if (query.Offset is { } offset)
            shape.Add(DbValue.Of(offset));
        return shape;
    }

    private static void WriteTail<TModel>(SqlWriter sql, QueryState<TModel> query)
        where TModel : Model
    {
        sql.Append(" FROM ").Name(query.Table.Name);
        if (query.Where is { } condition)
        {
            sql.Append(" WHERE ");
            condition.Write(sql);
        }
        for (int i = 0; i < query.Order.Length; i++)
        {
            sql.Append(i == 0 ? " ORDER BY " : ", ").Operand(query.Order[i].Column);
            if (query.Order[i].Descending)
                sql.Append(" DESC");
        }
        sql.LimitOffset(query.Limit is not null, query.Offset is not null);
    }
}
