namespace Stryke.Web.Routing;

/// <summary>What stands below a resource: nested resources (<c>/users/:user_id/posts</c>) and actions beyond the seven.</summary>
public sealed class ResourceScope
{
    private ResourceScope() { }

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

    /// <summary>
    /// Routes for one of the resource: <c>users.Member(member => member.Post("follow", Users.Follow))</c> is <c>/users/:id/follow</c>.
    /// </summary>
    /// <param name="inside">The routes below <c>/users/:id</c>.</param>
    public void Member(Action<ActionScope> inside) { }

    /// <summary>
    /// Routes for all of the resource: <c>users.Collection(all => all.Get("search", Users.Search))</c> is <c>/users/search</c>.
    /// </summary>
    /// <param name="inside">The routes below <c>/users</c>.</param>
    public void Collection(Action<ActionScope> inside) { }
}
