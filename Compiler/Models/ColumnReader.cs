using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads a property that is a column.</summary>
internal sealed class ColumnReader(List<DiagnosticInfo> diagnostics, Compilation compilation)
{
    public ColumnProperty? Read(IPropertySymbol property, PropertyDeclarationSyntax syntax)
    {
        if (property.Name == "Id")
        {
            Report(syntax, ModelsDiagnostics.IdIsGiven);
            return null;
        }
        if (property.IsStatic || property.GetMethod is null || property.SetMethod is not { IsInitOnly: false })
        {
            Report(syntax, ModelsDiagnostics.NotReadWrite, property.Name);
            return null;
        }
        if (TypeOf(property.Type) is not { } type)
        {
            var where = SourceSpan.Of(syntax.Type.GetLocation());
            string name = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            diagnostics.Add(DiagnosticInfo.At(where, ModelsDiagnostics.TypeUnsupported, property.Name, name));
            return null;
        }
        var set = syntax.AccessorList!.Accessors.First(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
        return new ColumnProperty(
            property.Name,
            Naming.SnakeCase(property.Name),
            type,
            string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
            string.Concat(set.Modifiers.Select(modifier => modifier.Text + " ")),
            new RuleReader(diagnostics, compilation).Read(property, type).ToEquatableArray()
        )
        {
            JsonName = JsonMark.NameOf(property),
            Json = JsonMark.UseOf(property, type.Kind),
        };
    }

    /// <summary>The type of a column; null for one that no column can have.</summary>
    public static ColumnType? TypeOf(ITypeSymbol type)
    {
        bool isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional)
        {
            type = optional.TypeArguments[0];
            isNullable = true;
        }
        ColumnKind? kind = type.SpecialType switch
        {
            SpecialType.System_String => ColumnKind.Text,
            SpecialType.System_Boolean => ColumnKind.Bool,
            SpecialType.System_Int32 => ColumnKind.Int,
            SpecialType.System_Int64 => ColumnKind.Long,
            SpecialType.System_Double => ColumnKind.Double,
            SpecialType.System_Decimal => ColumnKind.Decimal,
            SpecialType.System_DateTime => ColumnKind.DateTime,
            _ when type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => ColumnKind.Bytes,
            _ when type.TypeKind == TypeKind.Enum => ColumnKind.Enum,
            _ when PersistenceNames.Is(type, "System", "DateOnly") => ColumnKind.Date,
            _ when PersistenceNames.Is(type, "System", "Guid") => ColumnKind.Guid,
            _ => null,
        };
        if (kind is null)
            return null;
        return new ColumnType(
            kind.Value,
            type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            isNullable
        );
    }

    private void Report(PropertyDeclarationSyntax syntax, DiagnosticDescriptor rule, params string[] arguments) =>
        diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(syntax.Identifier.GetLocation()), rule, arguments));
}
