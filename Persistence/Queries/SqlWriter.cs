using System.Text;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>Writes the SQL of one shape, in one dialect. Values have no way in: only their places are written.</summary>
internal sealed class SqlWriter(Dialect dialect, NullAsDefaultColumns nullAsDefault, Table table)
{
    private readonly StringBuilder _sql = new();
    private int _place;

    public SqlWriter Append(string text)
    {
        _sql.Append(text);
        return this;
    }

    public SqlWriter Append(char c)
    {
        _sql.Append(c);
        return this;
    }

    public SqlWriter Name(string name)
    {
        Dialect.Quote(_sql, name);
        return this;
    }

    public SqlWriter Name(Column column) => Name(column.Name);

    public SqlWriter Names(IEnumerable<Column> columns)
    {
        bool first = true;
        foreach (var column in columns)
        {
            if (!first)
                _sql.Append(", ");
            first = false;
            Name(column);
        }
        return this;
    }

    /// <summary>A column in a comparison or an order.</summary>
    /// <param name="column">The column.</param>
    /// <param name="readsNullAsDefault">Whether a NULL is to count as the default of a property that cannot be null.</param>
    public SqlWriter Operand(Column column, bool readsNullAsDefault = true)
    {
        dialect.Operand(_sql, column, readsNullAsDefault && nullAsDefault.Contains(column));
        return this;
    }

    /// <summary>A column as its property has it.</summary>
    public SqlWriter Value(Column column)
    {
        dialect.Value(_sql, column, nullAsDefault.Contains(column));
        return this;
    }

    /// <summary>Says that a list of values comes.</summary>
    /// <exception cref="ArgumentException">There are more values in the query than a statement can have.</exception>
    public SqlWriter Reserve(Column column, int places)
    {
        if (_place + places <= dialect.MaxParameters)
            return this;
        throw new ArgumentException(
            $"The query has more values than a statement can have ({dialect.MaxParameters}): "
                + $"In({column.PropertyName}) adds {places} to {_place}. Ask in portions."
        );
    }

    public SqlWriter Parameter()
    {
        dialect.Parameter(_sql, ++_place);
        return this;
    }

    /// <summary>Parameters with commas between.</summary>
    public SqlWriter Parameters(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
                _sql.Append(", ");
            Parameter();
        }
        return this;
    }

    /// <summary>Closes a condition in parentheses that a row without a value meets as well.</summary>
    public SqlWriter OrIsNull(Column column) => Append(" OR ").Name(column).Append(" IS NULL)");

    public SqlWriter Like(Column column, bool negated)
    {
        dialect.Like(_sql, column, nullAsDefault.Contains(column), negated, ++_place);
        return this;
    }

    public SqlWriter LimitOffset(bool limit, bool offset)
    {
        dialect.LimitOffset(_sql, limit, offset, ref _place);
        return this;
    }

    public Sql ToSql(bool isCached) => new(_sql.ToString(), isCached) { Table = table };
}
