using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Models;

/// <summary>Says what a property that is no column would be among the columns.</summary>
internal static class ErrorMemberReader
{
    private const string Column = ColumnCode.Persistence + ".Column";

    public static ErrorMember Read(INamedTypeSymbol owner, ISymbol member, ITypeSymbol type) => new(member.Name, TypeOf(owner, type));

    private static string TypeOf(INamedTypeSymbol owner, ITypeSymbol declared)
    {
        if (ColumnReader.TypeOf(declared) is { } type)
            return ColumnCode.Class(type);
        if (TargetOf(declared) is { } target)
        {
            string kind = target.IsMany ? "HasMany" : "BelongsTo";
            return $"{ColumnCode.Persistence}.{kind}<{Full(owner)}, {Full(target.Model)}>";
        }
        bool isNullable = declared is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var held = isNullable ? ((INamedTypeSymbol)declared).TypeArguments[0] : declared;
        // A number of a type that no column has compares like one that has.
        bool isNumber = held.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
        return isNumber ? $"{ColumnCode.Persistence}.ComparableColumn<double>" : Column;
    }

    /// <summary>
    /// The other model of what was meant as an association: <c>Ref&lt;T&gt;</c>, <c>Many&lt;T&gt;</c>, a list of models or a model itself.
    /// </summary>
    private static (INamedTypeSymbol Model, bool IsMany)? TargetOf(ITypeSymbol declared)
    {
        if (declared is not INamedTypeSymbol type)
            return null;
        if (PersistenceNames.IsModel(type))
            return (type, false);
        if (type.Arity != 1 || type.TypeArguments[0] is not INamedTypeSymbol item || !PersistenceNames.IsModel(item))
            return null;
        return (item, !PersistenceNames.Is(type, PersistenceNames.Namespace, "Ref"));
    }

    private static string Full(INamedTypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
