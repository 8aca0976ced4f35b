namespace Stryke.Web.Compiler.Routes;

/// <summary>The calls of each scope of <c>Draw</c>, and their parameters as the run time declares them.</summary>
internal static class CallSignatures
{
    private const string Space = "global::Stryke.Web.Routing.";
    private const string Inside = "global::System.Action<" + Space;

    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete", "Options"];

    private static readonly CallParameter Action = new(Space + "ActionToken", "action");
    private static readonly CallParameter Host = new("string", "host", IsOptional: true);

    private static readonly CallParameter[] OfVerb =
    [
        new("string", "pattern"),
        Action,
        new("string[]", "format", IsOptional: true),
        Host,
        new("string", "name", IsOptional: true),
    ];

    private static readonly CallParameter[] OfRoot = [Action, Host];

    private static readonly CallParameter[] OfNamespace = [new("string", "path"), new(Inside + "NamespaceScope>", "inside")];

    private static readonly CallParameter[] OfActions = [new(Inside + "ActionScope>", "inside")];

    private static readonly CallParameter[] OfResources =
    [
        new(Space + "ControllerToken", "controller"),
        new(Inside + "ResourceScope>", "nested", IsOptional: true),
        new(Space + "RestAction[]", "only", IsOptional: true),
        new(Space + "RestAction[]", "except", IsOptional: true),
    ];

    public static IEnumerable<string> In(DrawScopeKind scope) =>
        scope switch
        {
            DrawScopeKind.Resource => ["Resources", "Member", "Collection"],
            DrawScopeKind.Actions => Verbs,
            _ => Verbs.Concat(["Root", "Resources", "Namespace"]),
        };

    public static bool IsVerb(string call) => Verbs.Contains(call);

    /// <summary>The type of the scope; null for the map itself.</summary>
    public static string? TypeOf(DrawScopeKind scope) =>
        scope switch
        {
            DrawScopeKind.Resource => Space + "ResourceScope",
            DrawScopeKind.Actions => Space + "ActionScope",
            DrawScopeKind.Namespace => Space + "NamespaceScope",
            _ => null,
        };

    public static IReadOnlyList<CallParameter> ParametersOf(string call) =>
        call switch
        {
            "Root" => OfRoot,
            "Namespace" => OfNamespace,
            "Member" or "Collection" => OfActions,
            "Resources" => OfResources,
            _ => OfVerb,
        };
}
