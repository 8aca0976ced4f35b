namespace Stryke.Web.Compiler.Models;

/// <summary>An argument of a rule.</summary>
/// <param name="Name">The property of the attribute.</param>
/// <param name="Code">Its value as C#.</param>
internal sealed record RuleArgument(string Name, string Code);
