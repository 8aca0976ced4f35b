using Microsoft.CodeAnalysis;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Symbols;

/// <summary>The run-time types of models, by name only: the compiler links none of them.</summary>
internal static class PersistenceNames
{
    public const string Namespace = "Stryke.Web.Persistence";
    public const string Validation = Namespace + ".Validation";
    public const string Permitted = "Stryke.Web.Controllers.Permitted`1";
    public const string JsonRecord = "Stryke.Web.Controllers.Json.IJsonRecord`1";

    private static readonly string[] Model = ["Model"];

    /// <summary>The attribute of this short name on a symbol: <c>Presence</c> of <c>Stryke.Web.Persistence.Validation</c>.</summary>
    public static AttributeData? Attribute(ISymbol symbol, string ns, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && Is(type, ns, name + "Attribute"));

    /// <summary>The attributes of a namespace on a symbol, by their short names and in the order they stand.</summary>
    public static IEnumerable<(string Name, AttributeData Data)> Attributes(ISymbol symbol, string ns) =>
        symbol
            .GetAttributes()
            .Where(attribute =>
                attribute.AttributeClass is { } type
                && type.ContainingNamespace.ToDisplayString() == ns
                && type.Name.EndsWith("Attribute", StringComparison.Ordinal)
            )
            .Select(attribute =>
                (attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - "Attribute".Length), attribute)
            );

    public static bool Is(ITypeSymbol type, string ns, string name) =>
        type.Name == name && type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == ns;

    public static bool IsModel(ITypeSymbol type)
    {
        for (var b = type.BaseType; b is not null; b = b.BaseType)
        {
            if (Is(b, Namespace, "Model"))
                return true;
            if (b.TypeKind == TypeKind.Error)
                return NearestName.Of(b.Name, Model) is not null; // misspelt, which C# says
        }
        return false;
    }

    /// <summary>A named argument of an attribute; null when it is not given.</summary>
    public static TypedConstant? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }
        return null;
    }
}
