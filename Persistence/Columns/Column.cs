using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence;

/// <summary>A column of a table, as generated code declares it. What can be asked of it in a condition depends on its type.</summary>
/// <param name="ordinal">Its place among the columns of the table, from 0 (the id).</param>
/// <param name="name">Its name in the database: <c>created_at</c>.</param>
/// <param name="propertyName">Its name in the model: <c>CreatedAt</c>.</param>
/// <param name="label">Its name for people: <c>Created at</c>.</param>
/// <param name="kind">What it holds.</param>
/// <param name="isNullable">Whether the property may be null.</param>
public abstract class Column(int ordinal, string name, string propertyName, string label, DbKind kind, bool isNullable)
{
    /// <summary>Its place among the columns of the table; the id is 0.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>Its name in the database.</summary>
    public string Name { get; } = name;

    /// <summary>Its name in the model.</summary>
    public string PropertyName { get; } = propertyName;

    /// <summary>Its name for people, as messages and labels show it.</summary>
    public string Label { get; } = label;

    /// <summary>What it holds.</summary>
    public DbKind Kind { get; } = kind;

    /// <summary>Whether the property may be null.</summary>
    public bool IsNullable { get; } = isNullable;

    /// <summary>
    /// Whether a value is the default of the property's type, which a NULL from before a migration reads as. Never for one that may be
    /// null, and the id.
    /// </summary>
    internal bool IsDefault(DbValue value) => !IsNullable && Ordinal != 0 && value.IsDefault;

    /// <summary>The table it belongs to; set when the table is declared.</summary>
    public Table? Table { get; internal set; }

    /// <summary>The name in the database.</summary>
    public override string ToString() => Name;
}
