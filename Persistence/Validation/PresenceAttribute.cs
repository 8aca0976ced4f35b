namespace Stryke.Web.Persistence.Validation;

/// <summary>There must be a value: text that is not only white space, an array that is not empty, anything but null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PresenceAttribute : Attribute
{
    /// <summary>What is said in place of <c>can't be blank</c>.</summary>
    public string? Message { get; set; }
}
