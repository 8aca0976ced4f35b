using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Finds members of the author's own that cannot be null and that nothing gives a value. C# would say so of the constructor, which is
/// generated.
/// </summary>
internal sealed class InitialValueReader(List<DiagnosticInfo> diagnostics, CancellationToken cancel)
{
    /// <param name="type">The model, which has no constructor of its own.</param>
    /// <param name="reported">Properties that have a diagnostic already.</param>
    /// <returns>Whether there are any, reported here or already.</returns>
    public bool Read(INamedTypeSymbol type, IReadOnlyCollection<ErrorMember> reported)
    {
        bool any = false;
        foreach (var member in type.GetMembers().Where(member => member is { IsStatic: false, IsImplicitlyDeclared: false }))
        {
            bool isEmpty = member switch
            {
                IPropertySymbol { IsRequired: false } property => CannotBeNull(property.Type) && IsEmpty(property),
                IFieldSymbol { IsRequired: false } field => CannotBeNull(field.Type)
                    && SyntaxOf(field) is VariableDeclaratorSyntax { Initializer: null },
                _ => false,
            };
            if (!isEmpty || IsAnnotated(member))
                continue;
            any = true;
            if (reported.Any(errorMember => errorMember.Name == member.Name))
                continue;
            diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(member.Locations[0]), ModelsDiagnostics.NoInitialValue, member.Name));
        }
        return any;
    }

    private static bool CannotBeNull(ITypeSymbol type) =>
        type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private bool IsEmpty(IPropertySymbol property) =>
        !property.IsPartialDefinition
        && SyntaxOf(property) is PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private SyntaxNode? SyntaxOf(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel);

    /// <summary>Whether the author says more about null than the type does (<c>[AllowNull]</c>, <c>[MaybeNull]</c>).</summary>
    private static bool IsAnnotated(ISymbol member) =>
        member
            .GetAttributes()
            .Any(attribute => attribute.AttributeClass?.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis");
}
