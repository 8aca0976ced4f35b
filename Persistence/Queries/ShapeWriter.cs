using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// Walks a query once and takes from it what is needed to run it again: a short key that is equal for queries that need the same
/// SQL, and the values in the order of the parameters. One for each thread, reused.
/// <para>
/// Keys cannot be mistaken for one another: what stands at a place decides how many characters it has (a mark says what follows; an
/// ordinal is
/// one character, whatever its value), and how many parts there are is said before them.
/// </para>
/// </summary>
internal sealed class ShapeWriter
{
    [ThreadStatic]
    private static ShapeWriter? s_instance;

    private char[] _key = new char[128];
    private int _length;
    private DbValue[] _values = new DbValue[16];
    private int _count;
    private Table? _table;

    /// <summary>The table of the statement.</summary>
    public Table Table => _table!;

    public ReadOnlySpan<char> Key => _key.AsSpan(0, _length);

    /// <summary>Starts the key of a statement on a table.</summary>
    public static ShapeWriter Start(Table table, char operation)
    {
        var shape = s_instance ??= new ShapeWriter();
        shape._length = 0;
        shape._count = 0;
        shape._table = table;
        shape.Add((char)(ushort)(table.Number >> 16));
        shape.Add((char)(ushort)table.Number);
        shape.Add(operation);
        return shape;
    }

    public void Add(char mark)
    {
        if (_length == _key.Length)
            Array.Resize(ref _key, _length * 2);
        _key[_length++] = mark;
    }

    public void Add(Column column)
    {
        if (!ReferenceEquals(column.Table, _table))
        {
            throw new ArgumentException(
                $"{column.PropertyName} is a column of {column.Table?.Name}, and this is a query on {_table!.Name}."
            );
        }
        Add((char)checked((ushort)column.Ordinal));
    }

    public void Add(ulong mask)
    {
        for (int shift = 0; shift < 64; shift += 16)
            Add((char)(ushort)(mask >> shift));
    }

    public void Add(DbValue value)
    {
        if (_count == _values.Length)
            Array.Resize(ref _values, _count * 2);
        _values[_count++] = value;
    }

    /// <summary>The values, for a command to keep.</summary>
    public DbValue[] TakeValues()
    {
        var values = _values.AsSpan(0, _count).ToArray();
        _values.AsSpan(0, _count).Clear();
        return values;
    }
}
