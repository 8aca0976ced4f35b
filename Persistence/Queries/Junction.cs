namespace Stryke.Web.Persistence.Queries;

/// <summary>Two conditions joined by AND or OR.</summary>
internal sealed class Junction : Condition
{
    /// <summary>
    /// SQLite takes expressions up to a depth of 1,000 (https://sqlite.org/limits.html), a comparison and its list among them.
    /// </summary>
    public const int MaxDepth = 900;

    private readonly Condition _left;
    private readonly Condition _right;
    private readonly bool _isAnd;

    /// <exception cref="ArgumentException">There are more conditions within each other than a database takes.</exception>
    public Junction(Condition left, Condition right, bool isAnd)
    {
        _left = left;
        _right = right;
        _isAnd = isAnd;
        Depth = 1 + Math.Max(left.Depth, right.Depth);
        if (Depth > MaxDepth)
        {
            throw new ArgumentException(
                $"{Depth} conditions are joined one to the other; {MaxDepth} is the most. Use In for a list of values.",
                nameof(right)
            );
        }
    }

    internal override int Depth { get; }

    internal override Condition Negate() => new Junction(_left.Negate(), _right.Negate(), !_isAnd);

    internal override void Shape(ShapeWriter shape)
    {
        shape.Add(_isAnd ? '&' : '|');
        _left.Shape(shape);
        _right.Shape(shape);
    }

    internal override void Write(SqlWriter sql)
    {
        sql.Append('(');
        _left.Write(sql);
        sql.Append(_isAnd ? " AND " : " OR ");
        _right.Write(sql);
        sql.Append(')');
    }
}
