namespace Stryke.Web.Compiler.Routes;

/// <summary>A capture of a pattern: its name, and the model that it is the id of when a resource put it there (<c>Post</c>).</summary>
internal sealed record RouteCapture(string Name, string? Model);
