namespace Stryke.Web.Persistence;

/// <summary>
/// Marks a <see cref="Many{T}"/> of the models that hold the id of this one:
/// <c>[HasMany] public partial Many&lt;Comment&gt; Comments { get; }</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HasManyAttribute : Attribute
{
    /// <summary>The property of the other model that holds the id; the name of this model with <c>Id</c> when not given.</summary>
    public string? ForeignKey { get; set; }

    /// <summary>What becomes of them when this one is destroyed.</summary>
    public Dependent Dependent { get; set; }
}
