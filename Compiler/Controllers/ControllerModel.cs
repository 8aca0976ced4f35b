using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>
/// One controller, as its dispatch needs it. Compares by value and holds no place in the source, so that an edit of a body changes nothing.
/// </summary>
/// <param name="Namespace">Its namespace; empty for none.</param>
/// <param name="Name">The class (<c>PostsController</c>).</param>
/// <param name="IsAbstract">Whether it only serves as a base: no dispatch is written.</param>
/// <param name="IsReusable">Whether an instance may serve another request: nobody in its hierarchy declares instance state.</param>
/// <param name="Actions">Its actions, inherited ones first.</param>
/// <param name="Filters">Its filters, inherited ones first.</param>
/// <param name="Openings">Its own private filters, which controllers below it must be able to call.</param>
internal sealed record ControllerModel(
    string Namespace,
    string Name,
    bool IsAbstract,
    bool IsReusable,
    EquatableArray<ActionModel> Actions,
    EquatableArray<FilterModel> Filters,
    EquatableArray<FilterModel> Openings
)
{
    /// <summary>
    /// Whether a dispatch can be written for it. When not it is known all the same, so that no route to it is reported on top.
    /// </summary>
    public bool CanDispatch { get; init; } = true;

    /// <summary>Whether the framework can make one; when not, a diagnostic says so.</summary>
    public bool CanBeMade { get; init; } = true;

    /// <summary>Names of actions with a mistake in their signature, which a diagnostic says: routes may lead to them.</summary>
    public EquatableArray<string> Faulty { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether it derives from <c>ApiController</c>.</summary>
    public bool IsApi { get; init; }

    /// <summary>Whether anything is written into it: a base without private filters stays as it is.</summary>
    public bool HasCode => !IsAbstract || Openings.Count > 0;

    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public string TypeName => "global::" + FullName;

    /// <summary>The class of the dispatch, nested in the controller so that it reaches private filters.</summary>
    public string ActorName => Name + "Actor";

    public string ActorTypeName => $"{TypeName}.{ActorName}";

    /// <summary>The name below the app's namespace: <c>PostsController</c>, <c>Api.V1.PostsController</c>.</summary>
    public string NameBelow(string appNamespace) =>
        appNamespace.Length > 0 && FullName.StartsWith(appNamespace + ".", StringComparison.Ordinal)
            ? FullName.Substring(appNamespace.Length + 1)
            : FullName;

    /// <summary>The name in <c>Draw</c>: <c>Posts</c>, <c>Api.V1.Posts</c>.</summary>
    public string TokenBelow(string appNamespace)
    {
        string name = NameBelow(appNamespace);
        return name.EndsWith("Controller", StringComparison.Ordinal) && Name.Length > "Controller".Length
            ? name.Substring(0, name.Length - "Controller".Length)
            : name;
    }
}
