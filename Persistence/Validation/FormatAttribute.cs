using System.Diagnostics.CodeAnalysis;

namespace Stryke.Web.Persistence.Validation;

/// <summary>A text must match a regular expression, which is checked when the app is built. Null is not checked.</summary>
/// <param name="pattern">The expression; anchor it with <c>\A</c> and <c>\z</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormatAttribute([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : Attribute
{
    /// <summary>The expression.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>What is said in place of <c>is invalid</c>.</summary>
    public string? Message { get; set; }
}
