namespace Stryke.Web.Persistence;

/// <summary>A table as generated code declares it: its name and its columns.</summary>
public abstract class Table
{
    private static int s_last;

    private protected Table(string name, string modelName, Column[] columns)
    {
        Name = name;
        ModelName = modelName;
        Columns = columns;
        Number = Interlocked.Increment(ref s_last);
        foreach (var column in columns)
            column.Table = this;
    }

    /// <summary>Its name in the database: <c>posts</c>.</summary>
    public string Name { get; }

    /// <summary>The name of the model: <c>Post</c>.</summary>
    public string ModelName { get; }

    /// <summary>Its columns in order of their ordinals; the first is the id.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>
    /// The columns whose property cannot be null, and that may hold NULL in a database that was used so far; null where there are none.
    /// Rows are asked
    /// whether they do, so that setting such a property to its default is a change.
    /// </summary>
    internal Column[]? NullAsDefault { get; private set; }

    /// <summary>Notes columns for <see cref="NullAsDefault"/>.</summary>
    internal void AddNullAsDefault(Column[] columns)
    {
        if (columns.Length > 0)
            NullAsDefault = [.. columns.Union(NullAsDefault ?? [])];
    }

    /// <summary>Tells tables apart in the keys of cached statements.</summary>
    internal int Number { get; }

    /// <summary>The column of a property (<c>CreatedAt</c>) or of that name in the database (<c>created_at</c>); null when there is none.</summary>
    public Column? Find(string name)
    {
        foreach (var column in Columns)
        {
            if (column.PropertyName == name || column.Name == name)
                return column;
        }
        return null;
    }

    /// <summary>The name in the database.</summary>
    public override string ToString() => Name;
}
