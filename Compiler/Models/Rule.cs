using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>A rule of a column: the short name of its attribute and its arguments as C#.</summary>
/// <param name="Name"><c>Presence</c>, <c>Length</c>, …</param>
/// <param name="Arguments">Its arguments by the names of the attribute's properties, as C# literals; those not given are absent.</param>
internal sealed record Rule(string Name, EquatableArray<RuleArgument> Arguments)
{
    public string? this[string name] => Arguments.FirstOrDefault(argument => argument.Name == name)?.Code;

    /// <summary>The message in place of the usual one as a further argument, or nothing.</summary>
    public string MessageArgument => this["Message"] is { } message ? ", " + message : "";
}
