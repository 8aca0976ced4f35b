using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Models;

/// <summary>Finds the models of an app.</summary>
internal static class ModelSyntax
{
    public static IncrementalValuesProvider<ParsedModel> Models(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, cancel) => Read(syntax, cancel)
            )
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

    private static ParsedModel? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        var declaration = (ClassDeclarationSyntax)syntax.Node;
        if (syntax.SemanticModel.GetDeclaredSymbol(declaration, cancel) is not INamedTypeSymbol { IsAbstract: false } type)
            return null;
        if (!PersistenceNames.IsModel(type) || !IsFirst(type, declaration, cancel))
            return null;
        return new ModelReader(type, declaration, syntax.SemanticModel.Compilation, cancel).Read();
    }

    /// <summary>Of several parts with a base, the first speaks for the class.</summary>
    private static bool IsFirst(INamedTypeSymbol type, ClassDeclarationSyntax declaration, CancellationToken cancel) =>
        type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancel))
            .OfType<ClassDeclarationSyntax>()
            .First(part => part.BaseList is not null) == declaration;
}
