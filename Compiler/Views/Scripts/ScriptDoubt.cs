namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>From where on it is not known how a script is read.</summary>
/// <param name="Sign">The character that has two meanings, or none.</param>
/// <param name="Offset">Where it stands in the template.</param>
internal readonly record struct ScriptDoubt(char Sign, int Offset);
