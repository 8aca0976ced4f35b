using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>
/// Reads <c>[MaxBody]</c>, <c>[StreamBody]</c> and <c>[Consumes]</c> of an action and of the classes that it is seen through.
/// </summary>
internal static class BodyReader
{
    public static BodyModel Read(IMethodSymbol method, IReadOnlyList<INamedTypeSymbol> hierarchy)
    {
        IEnumerable<ISymbol> nearestFirst = [method, .. hierarchy.Reverse()];
        var limit = nearestFirst.Select(symbol => Find(symbol, KnownTypes.MaxBody)).FirstOrDefault(attribute => attribute is not null);
        long? maxBytes = limit?.ConstructorArguments.FirstOrDefault().Value is long bytes ? Math.Max(bytes, 0) : null;
        return new BodyModel(maxBytes, nearestFirst.Any(symbol => Find(symbol, KnownTypes.StreamBody) is not null));
    }

    /// <summary>What <c>[Consumes]</c> says, nearest first.</summary>
    public static string? ReadConsumes(IMethodSymbol method, IReadOnlyList<INamedTypeSymbol> hierarchy)
    {
        IEnumerable<ISymbol> nearestFirst = [method, .. hierarchy.Reverse()];
        var consumes = nearestFirst.Select(symbol => Find(symbol, KnownTypes.Consumes)).FirstOrDefault(attribute => attribute is not null);
        var types = consumes?.ConstructorArguments.FirstOrDefault();
        return types is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? string.Join(", ", list.Values.Select(value => value.Value as string))
            : null;
    }

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, attribute));
}
