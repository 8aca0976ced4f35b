using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Reads <c>Resources(…)</c>: the seven actions, what <c>only</c> and <c>except</c> leave of them, and what is nested.</summary>
internal sealed class ResourceReader(DrawReader reader)
{
    private static readonly (string Action, string Verb)[] Seven =
    [
        ("Index", "Get"),
        ("New", "Get"),
        ("Create", "Post"),
        ("Show", "Get"),
        ("Edit", "Get"),
        ("Update", "Patch"),
        ("Update", "Put"),
        ("Destroy", "Delete"),
    ];

    private static readonly string[] OfMember = ["Show", "Edit", "Update", "Destroy"];

    public void Read(InvocationExpressionSyntax call, DrawScope scope)
    {
        var arguments = new CallArguments(call, CallSignatures.ParametersOf("Resources"));
        if (arguments["controller"] is not { } expression)
            return; // C# says what is missing
        if (CallArguments.Dotted(expression) is not { } controller)
        {
            if (!CallArguments.IsRefused(expression))
                reader.Unreadable(expression, "name the controller as Posts or Api.V1.Posts");
            return;
        }
        reader.Controllers.Add(new ControllerUse(controller, DrawReader.Span(expression)));
        if (!TryReadActions("only", arguments["only"], out var only))
            return;
        if (!TryReadActions("except", arguments["except"], out var except))
            return;
        var actions = Seven.Where(a => only?.Contains(a.Action) ?? true).Where(a => !(except?.Contains(a.Action) ?? false)).ToList();
        if (actions.Count == 0 && arguments["nested"] is null)
            reader.Add(DiagnosticInfo.At(DrawReader.Span(call), RoutesDiagnostics.NoActions, controller));

        var names = ResourceNames.Of(controller.Substring(controller.LastIndexOf('.') + 1));
        foreach (var (action, verb) in actions)
            AddRoute(call, scope, names, controller, action, verb, expression);
        bool hasBoth =
            actions.Any(a => OfMember.Contains(a.Action) && a.Action != "Edit") && actions.Any(a => a.Action is "Index" or "Create");
        if (scope.Kind == DrawScopeKind.Top && hasBoth)
            reader.TopResources.Add(names.Plural);
        if (arguments["nested"] is { } nested)
            reader.ReadInside(nested, ScopeOf(scope, names));
    }

    /// <summary>The scope of <c>Member</c> or <c>Collection</c> within a resource's.</summary>
    public static DrawScope ActionsOf(DrawScope resource, bool ofMember)
    {
        var names = resource.Resource!;
        // The resource's scope ends with /:user_id; a member says /:id, the collection neither.
        var list = resource.Segments.Take(resource.Segments.Count - 1);
        string prefix = resource.NamePrefix.Substring(0, resource.NamePrefix.Length - names.Singular.Length);
        var scope = resource with { Kind = DrawScopeKind.Actions, Segments = list.ToEquatableArray() };
        return ofMember
            ? scope.Below([IdSegment], DrawScopeKind.Actions).WithModel("id", names.Singular) with
            {
                NameSuffix = prefix + names.Singular,
            }
            : scope with
            {
                NameSuffix = prefix + names.Plural,
            };
    }

    private static RouteSegment IdSegment { get; } = new(SegmentKind.Parameter, "", "id");

    private static RouteSegment Text(string text) => new(SegmentKind.Static, text, "");

    private static DrawScope ScopeOf(DrawScope scope, ResourceNames names) =>
        scope
            .Below([Text(names.Segment), new RouteSegment(SegmentKind.Parameter, "", names.ParentCapture)], DrawScopeKind.Resource)
            .WithModel(names.ParentCapture, names.Singular) with
        {
            NamePrefix = scope.NamePrefix + names.Singular,
            Resource = names,
        };

    private void AddRoute(
        InvocationExpressionSyntax call,
        DrawScope scope,
        ResourceNames names,
        string controller,
        string action,
        string verb,
        ExpressionSyntax target
    )
    {
        var segments = new List<RouteSegment> { Text(names.Segment) };
        if (OfMember.Contains(action))
            segments.Add(IdSegment);
        if (action is "New" or "Edit")
            segments.Add(Text(Naming.SnakeCase(action)));
        string name = action switch
        {
            "Index" or "Create" => scope.NamePrefix + names.List,
            "New" or "Edit" => action + scope.NamePrefix + names.Singular,
            _ => scope.NamePrefix + names.Singular,
        };
        var place = scope.Below(segments, scope.Kind).WithModel("id", names.Singular);
        reader.AddRoute(verb, place, controller, action, name, call, target, EquatableArray<string>.Empty, host: null);
    }

    private bool TryReadActions(string argument, ExpressionSyntax? expression, out List<string>? actions)
    {
        actions = null;
        if (expression is null)
            return true;
        if (CallArguments.Items(expression) is not { } items)
        {
            // A single action, or a lambda, is no list to C# either.
            bool isRefused = CallArguments.IsRefused(expression) || Seven.Any(s => s.Action == NameOf(expression));
            if (!isRefused)
                reader.Unreadable(expression, $"write '{argument}' as a list of actions: [Index, Show]");
            return false;
        }
        actions = items.Select(item => ReadAction(argument, item)).OfType<string>().ToList();
        return true;
    }

    /// <summary>One of the seven; null for what is none of them, which C# or a diagnostic says.</summary>
    private string? ReadAction(string argument, ExpressionSyntax item)
    {
        string name = NameOf(item);
        if (Seven.Any(s => s.Action == name))
            return name;
        if (CallArguments.IsRefused(item))
            return null;
        string[] names = [.. Seven.Select(s => s.Action).Distinct()];
        reader.Unreadable(item, $"in '{argument}', '{item}' is not one of the seven actions, {NearestName.Suggest(name, names)}");
        string? meant = NearestName.Of(name, names);
        if (item is IdentifierNameSyntax)
            reader.AddMisspelt(name, meant ?? names[0], null);
        return meant;
    }

    private static string NameOf(ExpressionSyntax expression)
    {
        string dotted = CallArguments.Dotted(expression) ?? "";
        return dotted.Substring(dotted.LastIndexOf('.') + 1);
    }
}
