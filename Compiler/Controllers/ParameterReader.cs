using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>Decides how a parameter of an action is bound.</summary>
internal static class ParameterReader
{
    private static readonly string[] Values =
    [
        "System.Guid",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
    ];

    /// <summary>The parameter's model, or null when its type cannot be bound.</summary>
    public static ParameterModel? Read(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
            return null;
        var type = parameter.Type;
        bool isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (KindOf(type) is not { } kind)
            return null;
        string typeName = type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new ParameterModel(
            parameter.Name,
            Naming.SnakeCase(parameter.Name),
            typeName,
            kind,
            kind != ParameterKind.Files && (isNullable || parameter.HasExplicitDefaultValue),
            DefaultOf(parameter, typeName),
            IsPublic(type)
        );
    }

    private static bool IsPublic(ITypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
                return false;
        }
        return true;
    }

    private static ParameterKind? KindOf(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
            return ParameterKind.Choice;
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return ParameterKind.Text;
            case SpecialType.System_Boolean:
                return ParameterKind.Flag;
            case SpecialType.System_DateTime:
                return ParameterKind.Value;
            case >= SpecialType.System_SByte and <= SpecialType.System_Double: // integers, decimal, float, double
                return ParameterKind.Number;
            default:
                if (KnownTypes.Is(type, KnownTypes.UploadedFile))
                    return ParameterKind.File;
                if (IsListOfFiles(type))
                    return ParameterKind.Files;
                return Values.Any(v => KnownTypes.Is(type, v)) ? ParameterKind.Value : null;
        }
    }

    private static bool IsListOfFiles(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T } list
        && KnownTypes.Is(list.TypeArguments[0], KnownTypes.UploadedFile);

    private static string? DefaultOf(IParameterSymbol parameter, string typeName)
    {
        if (!parameter.HasExplicitDefaultValue)
            return null;
        if (parameter.ExplicitDefaultValue is not { } value)
            return parameter.Type.IsReferenceType || IsNullableValue(parameter.Type) ? null : $"default({typeName})";
        string text = SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false);
        return value switch
        {
            string or bool or char => text,
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            float or double => $"({typeName})({text}d)",
            _ => $"({typeName})({text})",
        };
    }

    private static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
