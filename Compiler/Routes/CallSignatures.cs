namespace Stryke.Web.Compiler.Routes;

/// <summary>The calls of each scope of <c>Draw</c>, and their parameters as the run time declares them.</summary>
internal static class CallSignatures
{
    private const string Space = "global::Stryke.Web.Routing.";
    private const string Action = "global::System.Action<" + Space;

    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Options"];

    public static IEnumerable<string> In(DrawScopeKind scope) =>
        scope switch
        {
            DrawScopeKind.Resource => ["Resources", "Member", "Collection"],
            DrawScopeKind.Actions => Verbs,
            _ => Verbs.Concat(["Root", "Resources", "Namespace"]),
        };

    /// <summary>The type of the scope; null for the map itself.</summary>
    public static string? TypeOf(DrawScopeKind scope) =>
        scope switch
        {
            DrawScopeKind.Resource => Space + "ResourceScope",
            DrawScopeKind.Actions => Space + "ActionScope",
            DrawScopeKind.Namespace => Space + "NamespaceScope",
            _ => null,
        };

    public static string ParametersOf(string call) =>
        call switch
        {
            "Root" => $"{Space}ActionToken action, string? host = null",
            "Namespace" => $"string path, {Action}NamespaceScope> inside",
            "Member" or "Collection" => $"{Action}ActionScope> inside",
            "Resources" => $"{Space}ControllerToken controller, {Action}ResourceScope>? nested = null, "
                + $"{Space}RestAction[]? only = null, {Space}RestAction[]? except = null",
            _ => $"string pattern, {Space}ActionToken action, string[]? format = null, string? host = null, string? name = null",
        };
}
