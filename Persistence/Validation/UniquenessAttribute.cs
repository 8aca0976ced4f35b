namespace Stryke.Web.Persistence.Validation;

/// <summary>
/// No other row may have the value. Give the table a unique index too: two writers at once are told apart only by it, and its error
/// becomes this rule's. Null is not checked.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UniquenessAttribute : Attribute
{
    /// <summary>The property within whose value it must be unique: <c>[Uniqueness(Scope = nameof(AuthorId))]</c>.</summary>
    public string? Scope { get; set; }

    /// <summary>What is said in place of <c>has already been taken</c>.</summary>
    public string? Message { get; set; }
}
