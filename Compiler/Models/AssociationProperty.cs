namespace Stryke.Web.Compiler.Models;

/// <summary>A property that is an association.</summary>
/// <param name="Name">Its name: <c>Author</c>.</param>
/// <param name="IsMany">Whether it is a <c>Many&lt;T&gt;</c>; else a <c>Ref&lt;T&gt;</c>.</param>
/// <param name="Type">Its type as declared, in full.</param>
/// <param name="Target">The other model in full, without a question mark.</param>
/// <param name="TargetTable">The class of the other model's table in full.</param>
/// <param name="ForeignKey">The property that holds the id, of this model or of the other.</param>
/// <param name="IsOptional">Whether it may point to nothing.</param>
/// <param name="Dependent">What becomes of the others: <c>Restrict</c>, <c>Destroy</c>, <c>DeleteAll</c>.</param>
/// <param name="Modifiers">The modifiers as they stand.</param>
internal sealed record AssociationProperty(
    string Name,
    bool IsMany,
    string Type,
    string Target,
    string TargetTable,
    string ForeignKey,
    bool IsOptional,
    string Dependent,
    string Modifiers
)
{
    public string Field => "_" + char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    /// <summary>Its name in JSON.</summary>
    public string JsonName { get; init; } = JsonMark.CamelCase(Name);

    /// <summary>Whether it is written as JSON.</summary>
    public JsonUse Json { get; init; }
}
