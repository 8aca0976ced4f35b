using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Looks at a property of a model that is not <c>partial</c>. What computes its value is the author's own; what holds one looks like a
/// column and is kept nowhere, so it must say which of the two it is.
/// </summary>
internal sealed class PlainPropertyReader(List<DiagnosticInfo> diagnostics)
{
    /// <summary>Whether it was meant as a column or an association; then a diagnostic says what to write.</summary>
    public bool IsMeantAsColumn(IPropertySymbol property, PropertyDeclarationSyntax syntax, bool isAssociation)
    {
        if (isAssociation)
        {
            AssociationReader.ReportForm(property, syntax, diagnostics);
            return true;
        }
        (string? rule, _) = PersistenceNames.Attributes(property, PersistenceNames.Validation).FirstOrDefault();
        if (rule is not null)
        {
            Report(syntax, ModelsDiagnostics.RuleNotOnColumn, property.Name, rule, Declaration(property, property.Type));
            return true;
        }
        if (!HoldsValue(property, syntax) || IsNotMapped(property))
            return false;
        Report(syntax, ModelsDiagnostics.PlainProperty, property.Name, Instead(property, property.Type));
        return true;
    }

    /// <summary>The same of a field that others see.</summary>
    public bool IsMeantAsColumn(IFieldSymbol field)
    {
        bool holdsValue = field is { IsStatic: false, IsReadOnly: false, IsImplicitlyDeclared: false } && IsSeen(field);
        if (!holdsValue || IsNotMapped(field))
            return false;
        var where = SourceSpan.Of(field.Locations[0]);
        diagnostics.Add(DiagnosticInfo.At(where, ModelsDiagnostics.PlainProperty, field.Name, Instead(field, field.Type)));
        return true;
    }

    /// <summary>Whether it is written as a column is, but for <c>partial</c>: others see it, and it holds what it is set to.</summary>
    private static bool HoldsValue(IPropertySymbol property, PropertyDeclarationSyntax syntax) =>
        property is { IsStatic: false, IsOverride: false, SetMethod: not null }
        && IsSeen(property)
        && syntax is { ExplicitInterfaceSpecifier: null, AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static bool IsSeen(ISymbol member) => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    private static bool IsNotMapped(ISymbol member) =>
        PersistenceNames.Attribute(member, PersistenceNames.Namespace, "NotMapped") is not null;

    private static string Instead(ISymbol member, ITypeSymbol type) =>
        ColumnReader.TypeOf(type) is null
            ? "no column can have its type, so mark it [NotMapped]"
            : $"write '{Declaration(member, type)}', or mark it [NotMapped] if it is not a column";

    private static string Declaration(ISymbol member, ITypeSymbol type) =>
        $"public partial {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {member.Name} {{ get; set; }}";

    private void Report(PropertyDeclarationSyntax syntax, DiagnosticDescriptor rule, params string[] arguments) =>
        diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(syntax.Identifier.GetLocation()), rule, arguments));
}
