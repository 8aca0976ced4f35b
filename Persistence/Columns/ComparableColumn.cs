using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>A column of a type whose values have an order: numbers, times, days, text (by code point).</summary>
/// <typeparam name="T">The type of the property.</typeparam>
/// <param name="ordinal">Its place among the columns of the table, from 0 (the id).</param>
/// <param name="name">Its name in the database: <c>created_at</c>.</param>
/// <param name="propertyName">Its name in the model: <c>CreatedAt</c>.</param>
/// <param name="label">Its name for people: <c>Created at</c>.</param>
/// <param name="kind">What it holds.</param>
/// <param name="isNullable">Whether the property may be null.</param>
/// <param name="toValue">Makes a parameter of a value.</param>
public class ComparableColumn<T>(
    int ordinal,
    string name,
    string propertyName,
    string label,
    DbKind kind,
    bool isNullable,
    Func<T, DbValue> toValue
) : Column<T>(ordinal, name, propertyName, label, kind, isNullable, toValue)
{
    /// <summary>Rows whose column is less than the value; NULL is neither less nor greater.</summary>
    public static Condition operator <(ComparableColumn<T> column, T value) =>
        Comparison.Ordered(column, Comparison.Less, column.ToValue(value));

    /// <summary>Rows whose column is greater than the value.</summary>
    public static Condition operator >(ComparableColumn<T> column, T value) =>
        Comparison.Ordered(column, Comparison.Greater, column.ToValue(value));

    /// <summary>Rows whose column is at most the value.</summary>
    public static Condition operator <=(ComparableColumn<T> column, T value) =>
        Comparison.Ordered(column, Comparison.AtMost, column.ToValue(value));

    /// <summary>Rows whose column is at least the value.</summary>
    public static Condition operator >=(ComparableColumn<T> column, T value) =>
        Comparison.Ordered(column, Comparison.AtLeast, column.ToValue(value));

    /// <summary>Rows whose column lies between the two, both included.</summary>
    public Condition Between(T low, T high) => (this >= low) & (this <= high);
}
