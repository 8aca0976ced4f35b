using System.Diagnostics.CodeAnalysis;
using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>
/// A column of a type whose values can be equal. Its operators build a <see cref="Condition"/>; null means what it means in C#
/// (<c>p.Summary == null</c> is <c>IS NULL</c>, and <c>p.Rank != 3</c> is true for a row that has no rank).
/// </summary>
/// <typeparam name="T">The type of the property.</typeparam>
/// <param name="ordinal">Its place among the columns of the table, from 0 (the id).</param>
/// <param name="name">Its name in the database: <c>created_at</c>.</param>
/// <param name="propertyName">Its name in the model: <c>CreatedAt</c>.</param>
/// <param name="label">Its name for people: <c>Created at</c>.</param>
/// <param name="kind">What it holds.</param>
/// <param name="isNullable">Whether the property may be null.</param>
/// <param name="toValue">Makes a parameter of a value.</param>
[SuppressMessage("Design", "CA1046", Justification = "The operators build a condition; the column itself keeps reference equality.")]
public class Column<T>(int ordinal, string name, string propertyName, string label, DbKind kind, bool isNullable, Func<T, DbValue> toValue)
    : Column(ordinal, name, propertyName, label, kind, isNullable)
{
    /// <summary>Rows whose column equals the value.</summary>
    public static Condition operator ==(Column<T> column, T value) => Comparison.Equal(column, column.ToValue(value));

    /// <summary>Rows whose column differs from the value; NULL differs from every value.</summary>
    public static Condition operator !=(Column<T> column, T value) => Comparison.Equal(column, column.ToValue(value)).Negate();

    /// <summary>Rows whose column is one of the values; none when there are none.</summary>
    public Condition In(params IEnumerable<T> values) => InList.Of(this, values.Select(ToValue));

    /// <summary>The value as a parameter.</summary>
    protected internal DbValue ToValue(T value) => toValue(value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
