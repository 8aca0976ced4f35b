using System.Text;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>Text matched with a pattern.</summary>
internal sealed class LikeCondition(StringColumn column, DbValue pattern, bool negated) : Condition
{
    /// <summary>The most bytes of a pattern in UTF-8 (https://sqlite.org/limits.html, SQLITE_MAX_LIKE_PATTERN_LENGTH).</summary>
    public const int MaxPatternBytes = 50_000;

    /// <exception cref="ArgumentException">The pattern is too long, or has U+0000 in it, where SQLite would stop reading it.</exception>
    public static LikeCondition Of(StringColumn column, string pattern)
    {
        int length = Encoding.UTF8.GetByteCount(pattern);
        string name = $"The pattern for {column.Table?.ModelName}.{column.PropertyName}";
        if (length > MaxPatternBytes)
            throw new ArgumentException($"{name} is {length} bytes long; {MaxPatternBytes} is the most.", nameof(pattern));
        if (pattern.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{name} has U+0000 in it, which no pattern can match.", nameof(pattern));
        }
        return new LikeCondition(column, DbValue.Of(pattern), negated: false);
    }

    /// <summary>The text as a pattern that matches only it.</summary>
    public static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);

    internal override Condition Negate() => new LikeCondition(column, pattern, !negated);

    internal override void Shape(ShapeWriter shape)
    {
        shape.Add(negated ? 'l' : 'L');
        shape.Add(column);
        shape.Add(pattern);
    }

    internal override void Write(SqlWriter sql)
    {
        bool orNull = negated && column.IsNullable;
        if (orNull)
            sql.Append('(');
        sql.Like(column, negated);
        if (orNull)
            sql.OrIsNull(column);
    }
}
