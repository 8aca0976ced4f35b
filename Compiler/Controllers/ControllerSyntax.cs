using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>Finds the controllers of an app: the classes below <c>Controller</c>.</summary>
internal static class ControllerSyntax
{
    /// <summary>Each controller once, by name; a class in several parts is read at the part that names its base.</summary>
    public static IncrementalValueProvider<EquatableArray<ParsedController>> Controllers(
        IncrementalGeneratorInitializationContext context
    ) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, cancel) => Read(syntax, cancel)
            )
            .Where(static c => c is not null)
            .Collect()
            .Select(
                static (all, _) =>
                    all.Select(c => c!)
                        .GroupBy(c => c.Model.FullName)
                        .Select(g => g.First())
                        .OrderBy(c => c.Model.FullName, StringComparer.Ordinal)
                        .ToEquatableArray()
            );

    /// <summary>The controllers without what is wrong with them: unchanged as long as no signature changes.</summary>
    public static IncrementalValueProvider<EquatableArray<ControllerModel>> Models(IncrementalGeneratorInitializationContext context) =>
        Controllers(context).Select(static (all, _) => all.Select(c => c.Model).ToEquatableArray());

    private static ParsedController? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        var declaration = (ClassDeclarationSyntax)syntax.Node;
        if (syntax.SemanticModel.GetDeclaredSymbol(declaration, cancel) is not INamedTypeSymbol { IsStatic: false } type)
            return null;
        var hierarchy = KnownTypes.Hierarchy(type);
        return hierarchy.Count == 0 ? Orphan(type) : new ControllerReader(type, declaration, hierarchy).Read();
    }

    /// <summary>A class below a base that does not exist, which C# says: its routes are not reported on top.</summary>
    private static ParsedController? Orphan(INamedTypeSymbol type)
    {
        var root = type;
        while (root is { TypeKind: not TypeKind.Error })
            root = root.BaseType;
        if (root is null || !type.Name.EndsWith("Controller", StringComparison.Ordinal))
            return null;
        var none = EquatableArray<FilterModel>.Empty;
        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        var model = new ControllerModel(space, type.Name, type.IsAbstract, IsReusable: false, EquatableArray<ActionModel>.Empty, none, none)
        {
            CanDispatch = false,
            Faulty = type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(method => method.MethodKind == MethodKind.Ordinary)
                .Select(method => method.Name)
                .ToEquatableArray(),
        };
        return new ParsedController(model, EquatableArray<DiagnosticInfo>.Empty);
    }
}
