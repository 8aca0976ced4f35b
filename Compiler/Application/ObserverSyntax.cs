using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>Reads <c>Draw</c> of the app's <c>ObserverList</c>: calls of <c>Observe&lt;T&gt;()</c> and nothing else.</summary>
internal static class ObserverSyntax
{
    public static IncrementalValueProvider<ObserverModel> Lists(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, cancel) => Read(syntax, cancel)
            )
            .Where(static list => list is not null)
            .Collect()
            .Select(static (lists, _) => lists.FirstOrDefault() ?? ObserverModel.Default);

    private static ObserverModel? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        var declaration = (ClassDeclarationSyntax)syntax.Node;
        if (
            syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancel) is not INamedTypeSymbol type
            || type.BaseType?.ToDisplayString() != KnownTypes.ObserverList
            || declaration.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(m => m.Identifier.ValueText == "Draw") is not { } draw
        )
        {
            return null;
        }

        var observers = new List<ObserverClass>();
        var diagnostics = new List<DiagnosticInfo>();
        IEnumerable<SyntaxNode> lines = draw.ExpressionBody is { } arrow ? [arrow.Expression] : draw.Body?.Statements ?? [];
        foreach (var line in lines)
        {
            var expression = line is ExpressionStatementSyntax statement ? statement.Expression : line;
            var where = SourceSpan.Of(expression.GetLocation());
            if (
                expression
                is not InvocationExpressionSyntax
                {
                    Expression: GenericNameSyntax { Identifier.ValueText: "Observe", TypeArgumentList.Arguments: { Count: 1 } types }
                }
            )
            {
                diagnostics.Add(DiagnosticInfo.At(where, ApplicationDiagnostics.BadObserverList));
            }
            else if (syntax.SemanticModel.GetTypeInfo(types[0], cancel).Type is INamedTypeSymbol { TypeKind: TypeKind.Class } observer)
            {
                // Of anything else C# says that it does not exist, or is no class.
                Add(observer, where, observers, diagnostics);
            }
        }

        return new ObserverModel(observers.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    private static void Add(INamedTypeSymbol type, SourceSpan where, List<ObserverClass> observers, List<DiagnosticInfo> diagnostics)
    {
        string fullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        string? refusal =
            observers.Any(other => other.FullName == fullName) ? "it is in the list already"
            : IsHidden(type) ? "the generated code cannot access it; make it internal or public"
            : ObserverHooks.Mistake(type);
        if (refusal is null)
            observers.Add(new ObserverClass(fullName, type.Name, ObserverHooks.ConcernsOf(type)));
        else
            diagnostics.Add(DiagnosticInfo.At(where, ApplicationDiagnostics.BadObserver, type.Name, refusal));
    }

    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return true;
        }
        return false;
    }
}
