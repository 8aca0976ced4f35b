namespace Stryke.Web.Routing;

/// <summary>One route, for people and tools: the development error page, <c>./app routes</c>, logs.</summary>
/// <param name="Verb">The method in capitals (<c>GET</c>).</param>
/// <param name="Pattern">The whole pattern (<c>/posts/:id</c>).</param>
/// <param name="Controller">
/// The controller's class, below the app's namespace (<c>PostsController</c>, <c>Api.V1.PostsController</c>).
/// </param>
/// <param name="Action">The action's method (<c>Show</c>).</param>
/// <param name="Name">The member of <c>Paths</c> that makes this path, or null when a glob or a clash leaves none.</param>
/// <param name="File">The source file of the route, as the compiler saw it.</param>
/// <param name="Line">The line of the route in <paramref name="File"/>, from 1.</param>
public sealed record RouteInfo(string Verb, string Pattern, string Controller, string Action, string? Name, string File, int Line)
{
    /// <summary>
    /// The names of the captures in the order of the pattern (<c>id</c>, <c>format</c>); their values stand in <see cref="RouteMatch"/>.
    /// </summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>What answers it: <c>PostsController#Show</c>.</summary>
    public string Handler => $"{Controller}#{Action}";

    /// <summary>Whether an <c>ApiController</c> answers it.</summary>
    public bool IsApi { get; init; }

    /// <summary>The host that the route is for, or null for any.</summary>
    public string? Host { get; init; }
}
