namespace Stryke.Web.Routing;

/// <summary>
/// Stands for one controller in <see cref="RouteMap.Draw"/> (<c>Posts</c>). The compiler writes a subclass for each controller,
/// with an <see cref="ActionToken"/> for each of its actions.
/// </summary>
public abstract class ControllerToken;
