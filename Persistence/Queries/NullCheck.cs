namespace Stryke.Web.Persistence.Queries;

/// <summary>Whether a column is NULL.</summary>
internal sealed class NullCheck(Column column, bool isNull) : Condition
{
    internal override Condition Negate() => new NullCheck(column, !isNull);

    internal override void Shape(ShapeWriter shape)
    {
        shape.Add(isNull ? 'n' : 'N');
        shape.Add(column);
    }

    internal override void Write(SqlWriter sql)
    {
        sql.Value(column);
        sql.Append(isNull ? " IS NULL" : " IS NOT NULL");
    }
}
