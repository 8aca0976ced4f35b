using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Finds the route map of an app: the class whose base is written <c>RouteMap</c>.</summary>
internal static class RouteSyntax
{
    /// <summary>The name that a map has by custom: of several, the one that has it is the app's.</summary>
    public const string CustomaryName = "Routes";

    /// <summary>All route maps, the one with the customary name first, else in the order of the files; an app has one.</summary>
    public static IncrementalValueProvider<EquatableArray<RouteDrawing>> Drawings(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                IsRouteMap,
                static (syntax, cancel) =>
                    Read((ClassDeclarationSyntax)syntax.Node, syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancel))
            )
            .Collect()
            .Select(static (drawings, _) => drawings.OrderBy(drawing => drawing.ClassName != CustomaryName).ToEquatableArray());

    private static bool IsRouteMap(SyntaxNode node, CancellationToken _) =>
        node is ClassDeclarationSyntax { BaseList.Types: var types }
        && types.Any(t =>
            CallArguments.Dotted(t.Type as ExpressionSyntax) is "RouteMap"
            || t.Type is QualifiedNameSyntax { Right.Identifier.ValueText: "RouteMap" }
        );

    private static RouteDrawing Read(ClassDeclarationSyntax type, ISymbol? symbol)
    {
        var reader = new DrawReader(name => HasMember(symbol as INamedTypeSymbol, name));
        var draw = type.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == "Draw");
        if (draw is not null)
            reader.Read(draw);
        return new RouteDrawing(
            NamespaceOf(type),
            type.Identifier.ValueText,
            SourceSpan.Of(type.Identifier.GetLocation()),
            reader.Routes.ToEquatableArray(),
            reader.Controllers.ToEquatableArray(),
            reader.TopResources.ToEquatableArray(),
            reader.Misspelt.ToEquatableArray(),
            reader.Diagnostics.ToEquatableArray()
        );
    }

    private static bool HasMember(INamedTypeSymbol? type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (!t.GetMembers(name).IsEmpty)
                return true;
        }
        return false;
    }

    private static string NamespaceOf(SyntaxNode type) =>
        string.Join(".", type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(n => n.Name.ToString()));
}
