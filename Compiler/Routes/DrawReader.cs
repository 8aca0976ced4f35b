using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// Reads the body of <c>Draw</c>, by syntax alone: the tokens that it names do not exist yet when it is read. Whatever it cannot
/// read is a diagnostic with the place, and the rest is read on.
/// </summary>
/// <param name="isMember">Whether the map has a member of a name, its own or inherited.</param>
internal sealed partial class DrawReader(Func<string, bool> isMember)
{
    private readonly Dictionary<string, DrawScope> _scopes = [];
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public List<RouteModel> Routes { get; } = [];

    public List<ControllerUse> Controllers { get; } = [];

    public List<string> TopResources { get; } = [];

    public List<MisspeltName> Misspelt { get; } = [];

    public IReadOnlyList<DiagnosticInfo> Diagnostics => _diagnostics;

    public void Read(MethodDeclarationSyntax draw)
    {
        if (draw.ExpressionBody is { } arrow)
            ReadExpression(arrow.Expression);
        if (draw.Body is { } body)
            ReadBlock(body);
    }

    private void ReadBlock(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            if (statement is ExpressionStatementSyntax { Expression: var expression })
                ReadExpression(expression);
            else if (statement is BlockSyntax inner)
                ReadBlock(inner);
            else if (statement is not EmptyStatementSyntax)
                Unreadable(statement, "use only calls such as Get(\"/path\", Posts.Index)");
        }
    }

    private void ReadExpression(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax call)
        {
            Unreadable(expression, "use only calls such as Get(\"/path\", Posts.Index)");
            return;
        }
        switch (call.Expression)
        {
            case IdentifierNameSyntax name:
                ReadCall(call, name, DrawScope.Top);
                return;
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name }:
                ReadCall(call, name, DrawScope.Top);
                return;
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver, Name: IdentifierNameSyntax name }
                when _scopes.TryGetValue(receiver.Identifier.ValueText, out var scope):
                ReadCall(call, name, scope);
                return;
            default:
                Unreadable(call.Expression, $"'{call.Expression}' is not one of its calls");
                return;
        }
    }

    private void ReadCall(InvocationExpressionSyntax call, IdentifierNameSyntax method, DrawScope scope)
    {
        string name = method.Identifier.ValueText;
        string[] calls = [.. CallSignatures.In(scope.Kind)];
        if (!calls.Contains(name))
        {
            bool exists = scope.Kind == DrawScopeKind.Top && isMember(name);
            if (!exists && NearestName.Of(name, calls) is null)
                return; // C# says that there is no such method
            Unreadable(method, $"'{name}' is not one of the calls here, {NearestName.Suggest(name, calls)}");
            if (exists)
                return;
            name = NearestName.Of(name, calls)!;
            AddMisspelt(method.Identifier.ValueText, name, scope.Kind);
        }
        if (CallSignatures.IsVerb(name))
            ReadVerb(call, name, scope);
        else if (name == "Root")
            ReadRoot(call, scope);
        else if (name == "Namespace")
            ReadNamespace(call, scope);
        else if (name == "Resources")
            new ResourceReader(this).Read(call, scope);
        else
            ReadActions(call, scope, name);
    }

    private void ReadVerb(InvocationExpressionSyntax call, string verb, DrawScope scope)
    {
        var arguments = new CallArguments(call, CallSignatures.ParametersOf(verb));
        if (arguments["pattern"] is not { } pattern || arguments["action"] is not { } action)
            return; // C# says what is missing
        var segments = new List<RouteSegment>();
        if (!TryReadPattern(pattern, segments))
            return;
        if (!TryReadAction(action, out string controller, out string actionName))
            return;
        if (!TryReadText(arguments["host"], out string? host) || !TryReadText(arguments["name"], out string? name))
            return;
        if (!TryReadTexts(arguments["format"], out var formats))
            return;
        if (formats.Count > 0 && (segments.Count == 0 || !segments[segments.Count - 1].HasFormat))
        {
            Add(DiagnosticInfo.At(Span(pattern), RoutesDiagnostics.BadPattern, "'format:' needs a '.:format' at the end of the pattern"));
            return;
        }
        var place = scope.Below(segments, scope.Kind);
        AddRoute(verb, place, controller, actionName, name ?? NameOf(segments, scope), call, action, formats, host);
    }

    private void ReadRoot(InvocationExpressionSyntax call, DrawScope scope)
    {
        var arguments = new CallArguments(call, CallSignatures.ParametersOf("Root"));
        if (arguments["action"] is not { } action)
            return;
        if (!TryReadAction(action, out string controller, out string actionName))
            return;
        if (!TryReadText(arguments["host"], out string? host))
            return;
        AddRoute("Get", scope, controller, actionName, scope.NamePrefix + "Root", call, action, EquatableArray<string>.Empty, host);
    }

    private void ReadNamespace(InvocationExpressionSyntax call, DrawScope scope)
    {
        var arguments = new CallArguments(call, CallSignatures.ParametersOf("Namespace"));
        if (arguments["path"] is not { } path || arguments["inside"] is not { } inside)
            return;
        var segments = new List<RouteSegment>();
        if (!TryReadPattern(path, segments))
            return;
        if (segments.Any(s => s.Kind != SegmentKind.Static))
        {
            Add(DiagnosticInfo.At(Span(path), RoutesDiagnostics.BadPattern, "a namespace cannot have parameters"));
            return;
        }
        ReadInside(inside, scope.Below(segments, DrawScopeKind.Namespace) with { NamePrefix = scope.NamePrefix + Words(segments) });
    }

    private void ReadActions(InvocationExpressionSyntax call, DrawScope scope, string method)
    {
        if (new CallArguments(call, CallSignatures.ParametersOf(method))["inside"] is not { } inside)
            return;
        ReadInside(inside, ResourceReader.ActionsOf(scope, ofMember: method == "Member"));
    }

    /// <summary>Reads a lambda in its scope.</summary>
    public void ReadInside(ExpressionSyntax expression, DrawScope scope)
    {
        if (expression is not LambdaExpressionSyntax lambda || ParameterOf(lambda) is not { } parameter)
        {
            if (!CallArguments.IsRefused(expression))
                Unreadable(expression, "write the lambda here: posts => { … }");
            return;
        }
        bool hides = _scopes.TryGetValue(parameter, out var outer);
        _scopes[parameter] = scope;
        if (lambda.Block is { } block)
            ReadBlock(block);
        else if (lambda.ExpressionBody is { } body)
            ReadExpression(body);
        if (hides)
            _scopes[parameter] = outer!;
        else
            _scopes.Remove(parameter);
    }

    public void AddRoute(
        string verb,
        DrawScope place,
        string controller,
        string action,
        string? name,
        InvocationExpressionSyntax call,
        SyntaxNode target,
        EquatableArray<string> formats,
        string? host
    )
    {
        var captures = new List<RouteCapture>();
        foreach (var segment in place.Segments)
        {
            if (segment.Name.Length > 0)
                captures.Add(new RouteCapture(segment.Name, place.ModelOf(segment.Name)));
            if (segment.HasFormat)
                captures.Add(new RouteCapture("format", null));
        }
        string pattern = "/" + string.Join("/", place.Segments);
        if (captures.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            Add(DiagnosticInfo.At(Span(call), RoutesDiagnostics.BadPattern, $"{pattern} has two parameters named '{twice.Key}'"));
        }
        else if (captures.Count > 8)
        {
            Add(
                DiagnosticInfo.At(Span(call), RoutesDiagnostics.BadPattern, $"{pattern} has {captures.Count} parameters; eight is the most")
            );
        }
        else
        {
            Routes.Add(
                new RouteModel(
                    verb,
                    pattern,
                    place.Segments,
                    captures.ToEquatableArray(),
                    formats,
                    host,
                    controller,
                    action,
                    name,
                    Span(call),
                    Span(target)
                )
            );
        }
    }

    public void AddMisspelt(string name, string meant, DrawScopeKind? scope)
    {
        var misspelt = new MisspeltName(name, meant, scope);
        if (!Misspelt.Contains(misspelt))
            Misspelt.Add(misspelt);
    }

    public void Add(DiagnosticInfo diagnostic) => _diagnostics.Add(diagnostic);

    public void Unreadable(SyntaxNode where, string why) => Add(DiagnosticInfo.At(Span(where), RoutesDiagnostics.Unreadable, why));

    public static SourceSpan Span(SyntaxNode node) => SourceSpan.Of(node.GetLocation());

    private static string? NameOf(List<RouteSegment> segments, DrawScope scope)
    {
        string words = Words(segments);
        if (words.Length == 0)
            words = string.Concat(segments.Select(s => Naming.PascalCase(s.Name)));
        if (scope.Kind == DrawScopeKind.Actions)
            return words + scope.NameSuffix;
        return words.Length == 0 ? scope.NamePrefix + "Root" : scope.NamePrefix + words;
    }

    /// <summary>The text of a pattern as a name: <c>/health-card</c> is <c>HealthCard</c>. Characters that no name has fall out.</summary>
    private static string Words(IEnumerable<RouteSegment> segments)
    {
        string text = string.Join("_", segments.Where(s => s.Text.Length > 0).Select(s => s.Text));
        string name = Naming.PascalCase(new string(text.Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray()));
        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name;
    }
}
