using Microsoft.CodeAnalysis;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Application;

/// <summary>The run-time types that a user's class may derive from, known by name only.</summary>
internal static class KnownTypes
{
    public const string WebApplication = "Stryke.Web.Host.WebApplication";
    public const string RouteMap = "Stryke.Web.Routing.RouteMap";
    public const string Migration = "Stryke.Web.Persistence.Migrations.Migration";
    public const string Seeds = "Stryke.Web.Persistence.Seeds";
    public const string Model = "Stryke.Web.Persistence.Model";
    public const string ObserverList = "Stryke.Web.Middleware.ObserverList";
    public const string ExchangeObserver = "Stryke.Web.Http.IExchangeObserver";
    public const string QueryObserver = "Stryke.Web.Persistence.IQueryObserver";
    public const string JobObserver = "Stryke.Web.Actors.Jobs.IJobObserver";

    private static readonly string[] Roots = [WebApplication, RouteMap, Migration, Seeds, Model];

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
