using System.Numerics;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// A column that is one of several values. The list is filled up to the next power of two with its last value, so that lists of
/// many lengths share few prepared statements.
/// </summary>
internal sealed class InList : Condition
{
    /// <summary>SQLite binds at most 32,766 values to a statement (SQLITE_MAX_VARIABLE_NUMBER); PostgreSQL 65,535.</summary>
    public const int MaxValues = 16_384;

    private readonly Column _column;
    private readonly DbValue[] _values;
    private readonly bool _negated;
    private readonly bool _readsNullAsDefault;

    private InList(Column column, DbValue[] values, bool negated)
    {
        _column = column;
        _values = values;
        _negated = negated;
        _readsNullAsDefault = negated || Array.Exists(values, column.IsDefault); // as in Comparison
    }

    private int Places => (int)BitOperations.RoundUpToPowerOf2((uint)_values.Length);

    public static Condition Of(Column column, IEnumerable<DbValue> values)
    {
        DbValue[] all = [.. values];
        var some = Array.TrueForAll(all, value => !value.IsNull) ? all : Array.FindAll(all, value => !value.IsNull);
        if (some.Length > MaxValues)
        {
            throw new ArgumentException(
                $"In({column.PropertyName}) was given {some.Length} values; {MaxValues} is the most. Ask in portions.",
                nameof(values)
            );
        }
        var list = some.Length switch
        {
            0 => Constant.Never,
            1 => Comparison.Equal(column, some[0]),
            _ => new InList(column, some, negated: false),
        };
        return some.Length == all.Length ? list : list | new NullCheck(column, isNull: true);
    }

    internal override Condition Negate() => new InList(_column, _values, !_negated);

    internal override void Shape(ShapeWriter shape)
    {
        int places = Places;
        shape.Add(_negated ? 'i' : 'I');
        shape.Add(_readsNullAsDefault ? '0' : ' ');
        shape.Add(_column);
        shape.Add((char)places);
        for (int i = 0; i < places; i++)
            shape.Add(_values[Math.Min(i, _values.Length - 1)]);
    }

    internal override void Write(SqlWriter sql)
    {
        bool orNull = _negated && _column.IsNullable;
        if (orNull)
            sql.Append('(');
        sql.Reserve(_column, Places).Operand(_column, _readsNullAsDefault);
        sql.Append(_negated ? " NOT IN (" : " IN (").Parameters(Places).Append(')');
        if (orNull)
            sql.OrIsNull(_column);
    }
}
