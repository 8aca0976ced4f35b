namespace Stryke.Web.Routing;

/// <summary>Further routes of a resource, of one member (<c>/users/:id/follow</c>) or of the collection (<c>/users/search</c>).</summary>
public sealed class ActionScope : RouteScope
{
    private ActionScope() { }
}
