using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Application;

/// <summary>The run-time types that a user's class may derive from, known by name only.</summary>
internal static class KnownTypes
{
    public const string WebApplication = "Stryke.Web.Host.WebApplication";
    public const string RouteMap = "Stryke.Web.Routing.RouteMap";
    public const string Migration = "Stryke.Web.Persistence.Migrations.Migration";
    public const string Seeds = "Stryke.Web.Persistence.Seeds";
    public const string Model = "Stryke.Web.Persistence.Model";

    /// <summary>The first of a type's ancestors that is of ours and listed here, or null.</summary>
    public static string? RootOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.ContainingNamespace?.ToDisplayString().StartsWith("Stryke.Web", StringComparison.Ordinal) != true) continue;
            string name = ancestor.ToDisplayString();
            if (name is WebApplication or RouteMap or Migration or Seeds or Model) return name;
        }
        return null;
    }
}
