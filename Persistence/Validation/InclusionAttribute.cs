namespace Stryke.Web.Persistence.Validation;

/// <summary>A value must be one of these: <c>[Inclusion("draft", "public")]</c>. Null is not checked.</summary>
/// <param name="values">Constants of the property's type.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InclusionAttribute(params object[] values) : Attribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values;

    /// <summary>What is said in place of <c>is not included in the list</c>.</summary>
    public string? Message { get; set; }
}
