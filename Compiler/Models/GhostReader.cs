using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Models;

/// <summary>Says what a property that is no column would be among the columns.</summary>
internal static class GhostReader
{
    private const string Column = ColumnCode.Persistence + ".Column";

    public static GhostMember Read(INamedTypeSymbol owner, IPropertySymbol property) => new(property.Name, TypeOf(owner, property));

    private static string TypeOf(INamedTypeSymbol owner, IPropertySymbol property)
    {
        if (ColumnReader.TypeOf(property.Type) is { } type) return ColumnCode.Class(type);
        if (TargetOf(property) is { } target)
        {
            string kind = target.IsMany ? "HasMany" : "BelongsTo";
            return $"{ColumnCode.Persistence}.{kind}<{Full(owner)}, {Full(target.Model)}>";
        }
        ITypeSymbol held = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional ? optional.TypeArguments[0] : property.Type;
        // A number of a type that no column has compares like one that has.
        return held.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double ? $"{ColumnCode.Persistence}.ComparableColumn<double>" : Column;
    }

    /// <summary>The other model of what was meant as an association: <c>Ref&lt;T&gt;</c>, <c>Many&lt;T&gt;</c>, a list of models or a model itself.</summary>
    private static (INamedTypeSymbol Model, bool IsMany)? TargetOf(IPropertySymbol property)
    {
        if (property.Type is not INamedTypeSymbol type) return null;
        if (PersistenceNames.IsModel(type)) return (type, false);
        if (type.Arity != 1 || type.TypeArguments[0] is not INamedTypeSymbol item || !PersistenceNames.IsModel(item)) return null;
        return (item, !PersistenceNames.Is(type, PersistenceNames.Namespace, "Ref"));
    }

    private static string Full(INamedTypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
