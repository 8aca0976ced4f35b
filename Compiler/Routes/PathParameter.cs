namespace Stryke.Web.Compiler.Routes;

/// <summary>A capture as a parameter of a path's method, and what its text is made from.</summary>
internal sealed record PathParameter(string TypeName, string Name, string Value, bool IsPublic);
