using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>Reads <c>[MaxBody]</c> and <c>[StreamBody]</c> of an action and of the classes that it is seen through.</summary>
internal static class BodyReader
{
    public static BodyModel Read(IMethodSymbol method, IReadOnlyList<INamedTypeSymbol> hierarchy)
    {
        IEnumerable<ISymbol> nearestFirst = [method, .. hierarchy.Reverse()];
        AttributeData? limit = nearestFirst.Select(symbol => Find(symbol, KnownTypes.MaxBody)).FirstOrDefault(attribute => attribute is not null);
        long? maxBytes = limit?.ConstructorArguments.FirstOrDefault().Value is long bytes ? Math.Max(bytes, 0) : null;
        return new BodyModel(maxBytes, nearestFirst.Any(symbol => Find(symbol, KnownTypes.StreamBody) is not null));
    }

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, attribute));
}
