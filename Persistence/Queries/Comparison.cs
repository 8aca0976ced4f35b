using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>A column compared with a value that is not null.</summary>
internal sealed class Comparison : Condition
{
    public const char Same = '=';
    public const char Different = '!';
    public const char Less = '<';
    public const char Greater = '>';
    public const char AtMost = '{';
    public const char AtLeast = '}';

    private readonly Column _column;
    private readonly char _operation;
    private readonly DbValue _value;
    private readonly bool _orNull;

    private Comparison(Column column, char operation, DbValue value, bool orNull)
    {
        _column = column;
        _operation = operation;
        _value = value;
        _orNull = orNull;
    }

    /// <summary>
    /// Whether a NULL that stands for the default of the property's type could make a difference. It cannot where a column must equal
    /// another value:
    /// the plain comparison is right there, and can use an index.
    /// </summary>
    private bool ReadsNullAsDefault => _operation != Same || _column.IsDefault(_value);

    public static Condition Equal(Column column, DbValue value) =>
        value.IsNull ? new NullCheck(column, isNull: true) : new Comparison(column, Same, value, orNull: false);

    public static Condition Ordered(Column column, char operation, DbValue value) =>
        value.IsNull ? Constant.Never : new Comparison(column, operation, value, orNull: false);

    /// <summary>The opposite, which a row without a value fulfils when the comparison itself is one that NULL fails.</summary>
    internal override Condition Negate()
    {
        char opposite = _operation switch
        {
            Same => Different,
            Different => Same,
            Less => AtLeast,
            AtLeast => Less,
            Greater => AtMost,
            _ => Greater,
        };
        return new Comparison(_column, opposite, _value, _column.IsNullable && !_orNull);
    }

    internal override void Shape(ShapeWriter shape)
    {
        shape.Add(_operation);
        shape.Add(
            _orNull ? '?'
            : ReadsNullAsDefault ? '0'
            : ' '
        );
        shape.Add(_column);
        shape.Add(_value);
    }

    internal override void Write(SqlWriter sql)
    {
        if (_orNull)
            sql.Append('(');
        sql.Operand(_column, ReadsNullAsDefault);
        sql.Append(
            _operation switch
            {
                Same => " = ",
                Different => " <> ",
                Less => " < ",
                Greater => " > ",
                AtMost => " <= ",
                _ => " >= ",
            }
        );
        sql.Parameter();
        if (_orNull)
            sql.OrIsNull(_column);
    }
}
