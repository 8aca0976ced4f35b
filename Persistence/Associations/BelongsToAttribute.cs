namespace Stryke.Web.Persistence;

/// <summary>
/// Marks a <see cref="Ref{T}"/> to the model whose id this one holds: <c>[BelongsTo] public partial Ref&lt;User&gt; Author { get; }</c>
/// beside <c>public partial long AuthorId { get; set; }</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BelongsToAttribute : Attribute
{
    /// <summary>The property that holds the id; the name of this one with <c>Id</c> when not given.</summary>
    public string? ForeignKey { get; set; }
}
