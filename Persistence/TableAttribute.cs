namespace Stryke.Web.Persistence;

/// <summary>Sets the table of a model.</summary>
/// <param name="name">The table; the plural of the model when not given (<c>BlogPost</c> → <c>blog_posts</c>).</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TableAttribute(string? name = null) : Attribute
{
    /// <summary>The table.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// Whether it has <c>created_at</c> and <c>updated_at</c>. When not given, what the app's migrations say (<c>t.Timestamps()</c>); true
    /// where no migration makes the table.
    /// </summary>
    public bool Timestamps { get; set; }
}
