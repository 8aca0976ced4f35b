using System.Text;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>Writes the SQL of one shape, in one dialect. Values have no way in: only their places are written.</summary>
internal sealed class SqlWriter(Dialect dialect)
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
        foreach (Column column in columns)
        {
            if (!first) _sql.Append(", ");
            first = false;
            Name(column);
        }
        return this;
    }

    public SqlWriter Operand(Column column)
    {
        dialect.Operand(_sql, column);
        return this;
    }

    public SqlWriter Parameter()
    {
        dialect.Parameter(_sql, ++_place);
        return this;
    }

    public SqlWriter Like(Column column, bool negated)
    {
        dialect.Like(_sql, column, negated, ++_place);
        return this;
    }

    public SqlWriter LimitOffset(bool limit, bool offset)
    {
        dialect.LimitOffset(_sql, limit, offset, ref _place);
        return this;
    }

    public Sql ToSql() => new(_sql.ToString());
}
