namespace Stryke.Web.Persistence.Queries;

/// <summary>Two conditions joined by AND or OR.</summary>
internal sealed class Junction(Condition left, Condition right, bool isAnd) : Condition
{
    internal override Condition Negate() => new Junction(left.Negate(), right.Negate(), !isAnd);

    internal override void Shape(ShapeWriter shape)
    {
        shape.Add(isAnd ? '&' : '|');
        left.Shape(shape);
        right.Shape(shape);
    }

    internal override void Write(SqlWriter sql)
    {
        sql.Append('(');
        left.Write(sql);
        sql.Append(isAnd ? " AND " : " OR ");
        right.Write(sql);
        sql.Append(')');
    }
}
