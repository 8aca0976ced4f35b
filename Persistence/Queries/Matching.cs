using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>Text matched with a pattern.</summary>
internal sealed class Matching(StringColumn column, DbValue pattern, bool negated) : Condition
{
    /// <summary>The text as a pattern that matches only it.</summary>
    public static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    internal override Condition Negate() => new Matching(column, pattern, !negated);

    internal override void Shape(ShapeWriter shape)
    {
        shape.Add(negated ? 'l' : 'L');
        shape.Add(column);
        shape.Add(pattern);
    }

    internal override void Write(SqlWriter sql)
    {
        bool orNull = negated && column.IsNullable;
        if (orNull) sql.Append('(');
        sql.Like(column, negated);
        if (!orNull) return;
        sql.Append(" OR ");
        sql.Name(column);
        sql.Append(" IS NULL)");
    }
}
