using Stryke.Web.Persistence.Queries;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>
/// A column of true and false. It is a condition by itself (<c>p =&gt; p.Published &amp;&amp; !p.Hidden</c>) and converts to its
/// <see cref="Column"/> where one is wanted.
/// </summary>
public sealed class BoolColumn : Condition
{
    private readonly Column<bool> _column;
    private readonly Condition _isTrue;
    private readonly Condition _isFalse;

    /// <summary>Declares the column.</summary>
    /// <param name="ordinal">Its place among the columns of the table, from 0 (the id).</param>
    /// <param name="name">Its name in the database: <c>created_at</c>.</param>
    /// <param name="propertyName">Its name in the model: <c>CreatedAt</c>.</param>
    /// <param name="label">Its name for people: <c>Created at</c>.</param>
    public BoolColumn(int ordinal, string name, string propertyName, string label)
    {
        _column = new Column<bool>(ordinal, name, propertyName, label, DbKind.Bool, isNullable: false, DbValue.Of);
        _isTrue = Comparison.Equal(_column, DbValue.Of(true));
        _isFalse = Comparison.Equal(_column, DbValue.Of(false));
    }

    /// <summary>The column itself.</summary>
    public Column Column => _column;

    /// <summary>The column itself.</summary>
    public static implicit operator Column(BoolColumn column) => column._column;

    /// <summary>Rows whose column equals the value.</summary>
    public static Condition operator ==(BoolColumn column, bool value) => value ? column._isTrue : column._isFalse;

    /// <summary>Rows whose column differs from the value.</summary>
    public static Condition operator !=(BoolColumn column, bool value) => value ? column._isFalse : column._isTrue;

    internal override Condition Negate() => _isFalse;

    internal override void Shape(ShapeWriter shape) => _isTrue.Shape(shape);

    internal override void Write(SqlWriter sql) => _isTrue.Write(sql);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
