using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Models;

/// <summary>Looks at the type of a property that does not exist.</summary>
internal sealed class MisspeltTypeReader(Compilation compilation, INamedTypeSymbol owner, List<DiagnosticInfo> diagnostics)
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["string"] = "System.String",
        ["bool"] = "System.Boolean",
        ["int"] = "System.Int32",
        ["long"] = "System.Int64",
        ["double"] = "System.Double",
        ["decimal"] = "System.Decimal",
        ["DateTime"] = "System.DateTime",
        ["DateOnly"] = "System.DateOnly",
        ["Guid"] = "System.Guid",
    };

    public List<MisspeltType> Found { get; } = [];

    /// <summary>
    /// The unknown type in the type of a property (<c>strng</c>, <c>DateTme?</c>, <c>Many&lt;Tickt&gt;</c>); null when all are known.
    /// </summary>
    public static INamedTypeSymbol? UnknownIn(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Error } unknown)
            return unknown;
        return type is INamedTypeSymbol { Arity: 1 } generic ? UnknownIn(generic.TypeArguments[0]) : null;
    }

    /// <summary>
    /// What lambdas see of the property when the type is near one that exists, which is reported; null when it is left to C#.
    /// </summary>
    public ErrorMember? Read(IPropertySymbol property, PropertyDeclarationSyntax syntax, INamedTypeSymbol unknown)
    {
        bool isModel = !SymbolEqualityComparer.Default.Equals(property.Type, unknown);
        if (unknown.Arity > 0 || Nearest(unknown.Name, isModel, syntax) is not var (name, meant))
            return null;
        var where = syntax
            .Type.DescendantNodesAndSelf()
            .FirstOrDefault(node => node is IdentifierNameSyntax one && one.Identifier.ValueText == unknown.Name);
        diagnostics.Add(
            DiagnosticInfo.At(SourceSpan.Of((where ?? syntax.Type).GetLocation()), ModelsDiagnostics.TypeMissing, unknown.Name, name)
        );
        // An alias is of the type's full name, without keywords.
        var full = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None);
        Found.Add(new MisspeltType(unknown.Name, meant.ToDisplayString(full)));
        return ErrorMemberReader.Read(
            owner,
            property,
            isModel ? ((INamedTypeSymbol)property.Type).ConstructedFrom.Construct(meant) : Declared(property, meant)
        );
    }

    private ITypeSymbol Declared(IPropertySymbol property, INamedTypeSymbol meant)
    {
        if (property.Type.NullableAnnotation != NullableAnnotation.Annotated)
            return meant;
        return meant.IsValueType
            ? compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(meant)
            : meant.WithNullableAnnotation(NullableAnnotation.Annotated);
    }

    private (string Name, INamedTypeSymbol Type)? Nearest(string written, bool isModel, SyntaxNode syntax)
    {
        var model = compilation.GetSemanticModel(syntax.SyntaxTree);
        var known = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (var symbol in model.LookupNamespacesAndTypes(syntax.SpanStart))
        {
            if (symbol is not INamedTypeSymbol type)
                continue;
            bool fits = isModel ? PersistenceNames.IsModel(type) : type.TypeKind == TypeKind.Enum && type.Locations[0].IsInSource;
            if (fits)
                known[type.Name] = type;
        }
        foreach (var column in Columns)
        {
            if (!isModel && compilation.GetTypeByMetadataName(column.Value) is { } type)
                known[column.Key] = type;
        }
        return NearestName.Of(written, known.Keys) is { } nearest ? (nearest, known[nearest]) : null;
    }
}
