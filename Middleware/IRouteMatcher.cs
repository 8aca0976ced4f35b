using Stryke.Web.Http;
using Stryke.Web.Routing;

namespace Stryke.Web.Middleware;

/// <summary>
/// The routes of an app, for those below who must ask again: a form that asks for another method has another route. Every other request is
/// matched once, when its head is there.
/// </summary>
public interface IRouteMatcher
{
    /// <summary>Finds the route of a path.</summary>
    /// <param name="verb">The method.</param>
    /// <param name="path">The path, percent-encoded.</param>
    /// <param name="host">The host of the request.</param>
    RouteMatch Match(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host);

    /// <summary>Whether only API controllers answer below a path, so that a path without a route there belongs to the API, too.</summary>
    /// <param name="path">The path.</param>
    bool IsApiPath(ReadOnlySpan<byte> path);
}
