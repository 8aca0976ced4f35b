namespace Stryke.Web.Routing;

/// <summary>
/// Stands for one action of one controller in <see cref="RouteMap.Draw"/> (<c>Posts.Index</c>). The compiler writes one for each
/// action it finds; it carries nothing, because routes are read at build time and never run.
/// </summary>
public readonly struct ActionToken;
