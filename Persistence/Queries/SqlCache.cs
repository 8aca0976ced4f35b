using System.Collections.Concurrent;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Queries;

/// <summary>
/// The statements that were needed so far, by shape. Looked up by all cores without a lock and without making a string of the key.
/// </summary>
internal sealed class SqlCache
{
    /// <summary>An app has a few hundred shapes; one that makes them from user input starts over here instead of growing for ever.</summary>
    public const int Capacity = 8_192;

    private readonly ConcurrentDictionary<string, Sql> _byShape = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Sql>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dialect _dialect;

    public SqlCache(Dialect dialect)
    {
        _dialect = dialect;
        _lookup = _byShape.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _byShape.Count;

    /// <summary>The statement for a shape, written by <paramref name="write"/> when it is the first of its shape.</summary>
    public Sql Get<TState>(ShapeWriter shape, TState state, Action<SqlWriter, TState> write)
    {
        if (_lookup.TryGetValue(shape.Key, out Sql? sql)) return sql;
        if (_byShape.Count >= Capacity) _byShape.Clear();
        var writer = new SqlWriter(_dialect);
        write(writer, state);
        return _byShape.GetOrAdd(shape.Key.ToString(), writer.ToSql());
    }
}
