using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Application;

/// <summary>The run-time types that a class of an app may derive from.</summary>
internal static class AppRoots
{
    private static readonly string[] Roots =
    [
        KnownTypes.WebApplication,
        KnownTypes.RouteMap,
        KnownTypes.Migration,
        KnownTypes.Seeds,
        KnownTypes.Model,
    ];

    private static readonly string[] Names = [.. Roots.Select(root => root.Substring(root.LastIndexOf('.') + 1))];

    /// <summary>The root of a class that derives from something with nearly the name of a root, which C# says does not exist.</summary>
    public static string Misspelt(string root) => "~" + root;

    private static string? NearestRoot(string name) =>
        NearestName.Of(name, Names) is { } nearest ? Misspelt(Roots[Array.IndexOf(Names, nearest)]) : null;

    /// <summary>The first of a type's ancestors that is of ours and listed here, or null.</summary>
    public static string? RootOf(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.TypeKind == TypeKind.Error)
                return NearestRoot(ancestor.Name);
            if (ancestor.ContainingNamespace?.ToDisplayString().StartsWith("Stryke.Web", StringComparison.Ordinal) != true)
                continue;
            string name = ancestor.ToDisplayString();
            if (Roots.Contains(name))
                return name;
        }
        return null;
    }
}
