using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>Finds the classes of the app that the composition needs.</summary>
internal static class AppClassParser
{
    /// <summary>A class with a base list is the part of a partial class that says what it derives from; one part says it.</summary>
    public static bool IsCandidate(SyntaxNode node, CancellationToken cancel) => node is ClassDeclarationSyntax { BaseList: not null };

    public static AppClass? Parse(GeneratorSyntaxContext context, CancellationToken cancel)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, cancel) is not { IsAbstract: false } type)
            return null;
        if (AppRoots.RootOf(type) is not { } root || !DeclaresBase(declaration, context.SemanticModel, cancel))
            return null;
        return new AppClass(
            root,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.ContainingType is null, // when 'partial' is missing, C# says so of the half that is written all the same (CS0260)
            type.GetMembers("Name").Any(member => member is IPropertySymbol { IsOverride: true }),
            SourceSpan.Of(declaration.Identifier.GetLocation())
        )
        {
            Headers = type.ContainingType is null ? new[] { $"partial class {type.Name}" }.ToEquatableArray() : TypeHeaders.Of(declaration),
        };
    }

    // A partial class may list interfaces in another of its parts: only the part with the base class counts, or it would be found twice.
    private static bool DeclaresBase(ClassDeclarationSyntax declaration, SemanticModel model, CancellationToken cancel) =>
        model.GetTypeInfo(declaration.BaseList!.Types[0].Type, cancel).Type is { TypeKind: TypeKind.Class or TypeKind.Error };
}
