namespace Stryke.Web.Routing;

/// <summary>
/// The routes of an app, written in <c>config/Routes.cs</c> as a partial subclass with one method, <see cref="Draw"/>.
/// </summary>
/// <remarks>
/// The compiler reads the body of <see cref="Draw"/> and writes from it the static trie, the list <c>Routes.All</c> and the typed
/// <c>Paths</c>. The methods here give the editor something to complete and check; nothing calls them, so they do nothing.
/// </remarks>
public abstract class RouteMap
{
    /// <summary>Names <see cref="RestAction.Index"/>, the list, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction Index => RestAction.Index;

    /// <summary>Names <see cref="RestAction.New"/>, the empty form, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction New => RestAction.New;

    /// <summary>Names <see cref="RestAction.Create"/>, the form sent, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction Create => RestAction.Create;

    /// <summary>Names <see cref="RestAction.Show"/>, one, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction Show => RestAction.Show;

    /// <summary>Names <see cref="RestAction.Edit"/>, the filled form, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction Edit => RestAction.Edit;

    /// <summary>Names <see cref="RestAction.Update"/>, the filled form sent, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction Update => RestAction.Update;

    /// <summary>Names <see cref="RestAction.Destroy"/>, the end of one, in <c>only:</c> and <c>except:</c>.</summary>
    protected static RestAction Destroy => RestAction.Destroy;

    /// <summary>Says the routes. Read at build time, never run: only calls with literal arguments belong here.</summary>
    protected abstract void Draw();

    /// <summary>Routes <c>GET /</c> to <paramref name="action"/>.</summary>
    /// <param name="action">The action that answers.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    protected void Root(ActionToken action, string? host = null) { }

    /// <summary>Routes <c>GET</c> to <paramref name="action"/>; it answers HEAD, too.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    protected void Get(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>POST</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    protected void Post(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>PUT</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    protected void Put(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>PATCH</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    protected void Patch(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>Routes <c>DELETE</c> to <paramref name="action"/>.</summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    protected void Delete(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>
    /// Routes <c>OPTIONS</c> to <paramref name="action"/>. Without such a route the server answers it itself: 204 with <c>Allow</c>.
    /// </summary>
    /// <param name="pattern">
    /// Segments of text, <c>:name</c> (one segment), <c>*name</c> (the rest, last only), and <c>.:format</c> at the end.
    /// </param>
    /// <param name="action">The action that answers.</param>
    /// <param name="format">What <c>:format</c> may be; anything when absent.</param>
    /// <param name="host">Only for this host name, compared without case and port.</param>
    /// <param name="name">The name of the path in <c>Paths</c>; made from the pattern when absent.</param>
    protected void Options(string pattern, ActionToken action, string[]? format = null, string? host = null, string? name = null) { }

    /// <summary>
    /// Routes the seven actions of a resource: <c>Resources(Posts)</c> is <c>/posts</c>, <c>/posts/new</c>, <c>/posts/:id</c> and
    /// <c>/posts/:id/edit</c>, with the verbs that <see cref="RestAction"/> lists.
    /// </summary>
    /// <param name="controller">The controller whose actions answer.</param>
    /// <param name="nested">What stands below the resource.</param>
    /// <param name="only">These actions and no others.</param>
    /// <param name="except">All but these actions.</param>
    protected void Resources(
        ControllerToken controller,
        Action<ResourceScope>? nested = null,
        RestAction[]? only = null,
        RestAction[]? except = null
    ) { }

    /// <summary>Routes the actions of a resource that <paramref name="only"/> leaves, and what stands below it.</summary>
    /// <param name="controller">The controller whose actions answer.</param>
    /// <param name="only">These actions and no others.</param>
    /// <param name="nested">What stands below the resource.</param>
    protected void Resources(ControllerToken controller, RestAction[] only, Action<ResourceScope> nested) { }

    /// <summary>Routes the actions of a resource but for those that <paramref name="except"/> names, and what stands below it.</summary>
    /// <param name="controller">The controller whose actions answer.</param>
    /// <param name="except">All but these actions.</param>
    /// <param name="nested">What stands below the resource.</param>
    protected void Resources(ControllerToken controller, IReadOnlyList<RestAction> except, Action<ResourceScope> nested) { }

    /// <summary>Puts routes below a path: <c>Namespace("api/v1", api => api.Resources(Api.V1.Posts))</c>.</summary>
    /// <param name="path">The segments in front, as text.</param>
    /// <param name="inside">The routes below it.</param>
    protected void Namespace(string path, Action<NamespaceScope> inside) { }
}
