namespace Stryke.Web.Compiler.Routes;

/// <summary>A route with its id: its place in <c>Routes.All</c>.</summary>
internal sealed record TrieRoute(int Id, RouteModel Route);
