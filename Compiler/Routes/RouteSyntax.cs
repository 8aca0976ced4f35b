using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Finds the route map of an app: the class whose base is written <c>RouteMap</c>.</summary>
internal static class RouteSyntax
{
    /// <summary>All route maps, in the order of the files; an app has one.</summary>
    public static IncrementalValueProvider<EquatableArray<RouteDrawing>> Drawings(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(IsRouteMap, static (syntax, _) => Read((ClassDeclarationSyntax)syntax.Node))
            .Collect()
            .Select(static (drawings, _) => drawings.ToEquatableArray());

    private static bool IsRouteMap(SyntaxNode node, CancellationToken _) =>
        node is ClassDeclarationSyntax { BaseList.Types: var types }
        && types.Any(t => CallArguments.Dotted(t.Type as ExpressionSyntax) is "RouteMap" || t.Type is QualifiedNameSyntax { Right.Identifier.ValueText: "RouteMap" });

    private static RouteDrawing Read(ClassDeclarationSyntax type)
    {
        var reader = new DrawReader();
        MethodDeclarationSyntax? draw = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == "Draw");
        if (draw is not null) reader.Read(draw);
        return new RouteDrawing(
            NamespaceOf(type),
            type.Identifier.ValueText,
            type.Modifiers.Any(SyntaxKind.PartialKeyword),
            SourceSpan.Of(type.Identifier.GetLocation()),
            reader.Routes.ToEquatableArray(),
            reader.Controllers.ToEquatableArray(),
            reader.TopResources.ToEquatableArray(),
            reader.Diagnostics.ToEquatableArray());
    }

    private static string NamespaceOf(SyntaxNode type) =>
        string.Join(".", type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(n => n.Name.ToString()));
}
