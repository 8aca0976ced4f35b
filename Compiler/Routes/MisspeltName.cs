namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// A name in <c>Draw</c> that does not exist and is near one that does. It is written as if it were that one, so that C# does not report it
/// too.
/// </summary>
/// <param name="Name">What was written.</param>
/// <param name="Meant">What was meant: a call, or one of the seven actions.</param>
/// <param name="Scope">Where the call stands; null for an action.</param>
internal sealed record MisspeltName(string Name, string Meant, DrawScopeKind? Scope);
