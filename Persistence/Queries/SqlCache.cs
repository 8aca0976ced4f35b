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
    private readonly NullAsDefaultColumns _nullAsDefault;

    public SqlCache(Dialect dialect, NullAsDefaultColumns nullAsDefault)
    {
        _dialect = dialect;
        _nullAsDefault = nullAsDefault;
        _lookup = _byShape.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _byShape.Count;

    /// <summary>The statement for a shape, written by <paramref name="write"/> when it is the first of its shape.</summary>
    public Sql Get<TState>(ShapeWriter shape, TState state, Action<SqlWriter, TState> write)
    {
        if (_lookup.TryGetValue(shape.Key, out var sql))
            return sql;
        if (_byShape.Count >= Capacity)
            _byShape.Clear();
        bool isCertain = _nullAsDefault.EnsureKnown(shape.Table);
        var writer = new SqlWriter(_dialect, _nullAsDefault, shape.Table);
        write(writer, state);
        return isCertain ? _byShape.GetOrAdd(shape.Key.ToString(), writer.ToSql(isCached: true)) : writer.ToSql(isCached: false);
    }

    /// <summary>Forgets all statements, since the schema they were written for has changed.</summary>
    public void Clear() => _byShape.Clear();
}
