using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>Finds the models of an app, for the paths that take one (<c>Paths.Post(post)</c>).</summary>
internal static class ModelTypes
{
    private const string Model = "Stryke.Web.Persistence.Model";

    public static IncrementalValueProvider<EquatableArray<ModelType>> All(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, cancel) => Read(syntax, cancel)
            )
            .Where(static model => model is not null)
            .Collect()
            .Select(
                static (models, _) => models.Select(m => m!).Distinct().OrderBy(m => m.TypeName, StringComparer.Ordinal).ToEquatableArray()
            );

    private static ModelType? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        if (syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancel) is not INamedTypeSymbol type)
            return null;
        for (var b = type.BaseType; b is not null; b = b.BaseType)
        {
            if (!KnownTypes.Is(b, Model))
                continue;
            return new ModelType(
                type.Name,
                type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                type.DeclaredAccessibility == Accessibility.Public
            );
        }
        return null;
    }
}
