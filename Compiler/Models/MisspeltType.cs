namespace Stryke.Web.Compiler.Models;

/// <summary>
/// The name of a type that does not exist and is near one that does. It becomes another name of that type, together with the error that
/// says what was meant, so that C# does not report it in the author's half and in ours.
/// </summary>
/// <param name="Name">What was written: <c>strng</c>.</param>
/// <param name="Meant">The type in full.</param>
internal sealed record MisspeltType(string Name, string Meant);
