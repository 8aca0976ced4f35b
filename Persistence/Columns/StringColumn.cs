using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>A column of text. Equality and order are by code point; <see cref="Like"/> ignores the case of ASCII letters.</summary>
/// <param name="ordinal">See <see cref="Column"/>.</param>
/// <param name="name">See <see cref="Column"/>.</param>
/// <param name="propertyName">See <see cref="Column"/>.</param>
/// <param name="label">See <see cref="Column"/>.</param>
/// <param name="isNullable">See <see cref="Column"/>.</param>
public sealed class StringColumn(int ordinal, string name, string propertyName, string label, bool isNullable)
    : ComparableColumn<string?>(ordinal, name, propertyName, label, DbKind.Text, isNullable, DbValue.Of)
{
    /// <summary>Rows whose text matches a pattern: <c>%</c> any text, <c>_</c> one character, <c>\</c> before either means it literally.</summary>
    /// <exception cref="ArgumentException">The pattern is longer than 50,000 bytes, or has U+0000 in it.</exception>
    public Condition Like(string pattern) => LikeCondition.Of(this, pattern);

    /// <summary>Rows whose text has the given text in it.</summary>
    public Condition Contains(string text) => Like($"%{LikeCondition.Escape(text)}%");

    /// <summary>Rows whose text begins with the given text.</summary>
    public Condition StartsWith(string text) => Like($"{LikeCondition.Escape(text)}%");

    /// <summary>Rows whose text ends with the given text.</summary>
    public Condition EndsWith(string text) => Like($"%{LikeCondition.Escape(text)}");
}
