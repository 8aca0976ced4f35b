namespace Stryke.Web.Controllers;

/// <summary>
/// Says which media types the body of an action may have, or of all actions of a controller: 415 for another. Without it an action that
/// asks for fields takes forms and JSON. The body of another type is in <c>Request.Body</c>, or with <see cref="StreamBodyAttribute"/> in
/// <c>RequestBody</c>; it has no fields.
/// </summary>
/// <param name="mediaTypes">Types such as <c>text/csv</c>; <c>image/*</c> and <c>*/*</c> stand for many.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class ConsumesAttribute(params string[] mediaTypes) : Attribute
{
    /// <summary>The media types.</summary>
    public IReadOnlyList<string> MediaTypes { get; } = mediaTypes;
}
