using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Reads a class that derives from a misspelt <c>Model</c>. C# says so of the name; its partial properties get empty other halves, so that it does not
/// report each of them on top.
/// </summary>
internal static class OrphanReader
{
    public static ParsedModel? Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        if (type is not { BaseType: { TypeKind: TypeKind.Error } missing, ContainingType: null, IsGenericType: false }) return null;
        if (NearestName.Of(missing.Name, ["Model"]) is null) return null;
        List<StubProperty> stubs = [];
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsPartialDefinition: true, PartialImplementationPart: null }))
        {
            if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is PropertyDeclarationSyntax syntax) stubs.Add(StubProperty.Of(property, syntax));
        }
        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        return stubs.Count == 0 ? null : new ParsedModel(null, null, EquatableArray<DiagnosticInfo>.Empty, new Orphan(type.Name, space, stubs.ToEquatableArray()));
    }
}
