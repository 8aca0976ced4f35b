namespace Stryke.Web.Routing;

/// <summary>The routes below the path of a <c>Namespace</c>.</summary>
public sealed class NamespaceScope : RouteScope
{
    private NamespaceScope() { }

    /// <summary>Routes <c>GET</c> of the namespace's own path to <paramref name="action"/>.</summary>
    /// <param name="action">The action that answers.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    public void Root(ActionToken action, string? host = null) { }

    /// <summary>
    /// Routes the seven actions of a resource: <c>Resources(Posts)</c> is <c>/posts</c>, <c>/posts/new</c>, <c>/posts/:id</c> and
    /// <c>/posts/:id/edit</c>, with the verbs that <see cref="RestAction"/> lists.
    /// </summary>
    /// <param name="controller">The controller whose actions answer.</param>
    /// <param name="nested">What stands below the resource.</param>
    /// <param name="only">These actions and no others.</param>
    /// <param name="except">All but these actions.</param>
    public void Resources(
        ControllerToken controller,
        Action<ResourceScope>? nested = null,
        RestAction[]? only = null,
        RestAction[]? except = null
    ) { }

    /// <summary>Routes the actions of a resource that <paramref name="only"/> leaves, and what stands below it.</summary>
    /// <param name="controller">The controller whose actions answer.</param>
    /// <param name="only">These actions and no others.</param>
    /// <param name="nested">What stands below the resource.</param>
    public void Resources(ControllerToken controller, RestAction[] only, Action<ResourceScope> nested) { }

    /// <summary>Routes the actions of a resource but for those that <paramref name="except"/> names, and what stands below it.</summary>
    /// <param name="controller">The controller whose actions answer.</param>
    /// <param name="except">All but these actions.</param>
    /// <param name="nested">What stands below the resource.</param>
    public void Resources(ControllerToken controller, IReadOnlyList<RestAction> except, Action<ResourceScope> nested) { }

    /// <summary>Puts routes below a path: <c>Namespace("api/v1", api => api.Resources(Api.V1.Posts))</c>.</summary>
    /// <param name="path">The segments in front, as text.</param>
    /// <param name="inside">The routes below it.</param>
    public void Namespace(string path, Action<NamespaceScope> inside) { }
}
