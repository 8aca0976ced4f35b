using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Attributes;

/// <summary>An attribute that does not exist.</summary>
/// <param name="Name">What was written: <c>Presense</c>.</param>
/// <param name="Advice">What to write instead.</param>
/// <param name="Arguments">Its named arguments, each as a type and a name: <c>object? Message</c>.</param>
/// <param name="Where">Where its name stands.</param>
internal sealed record UnknownAttribute(string Name, string Advice, EquatableArray<string> Arguments, SourceSpan Where);
