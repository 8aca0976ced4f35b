using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Symbols;

/// <summary>The run-time types, by name only: the compiler links none of them.</summary>
internal static class KnownTypes
{
    public const string Controller = "Stryke.Web.Controllers.Controller";
    public const string ApiController = "Stryke.Web.Controllers.ApiController";
    public const string JsonRecord = "Stryke.Web.Controllers.Json.IJsonRecord";
    public const string Errors = "Stryke.Web.Persistence.Errors";
    public const string Result = "Stryke.Web.Controllers.Result";
    public const string Before = "Stryke.Web.Controllers.BeforeAttribute";
    public const string After = "Stryke.Web.Controllers.AfterAttribute";
    public const string MaxBody = "Stryke.Web.Controllers.MaxBodyAttribute";
    public const string Consumes = "Stryke.Web.Controllers.ConsumesAttribute";
    public const string SkipBefore = "Stryke.Web.Controllers.SkipBeforeAttribute";
    public const string UploadedFile = "Stryke.Web.Middleware.Uploads.UploadedFile";
    public const string StreamBody = "Stryke.Web.Controllers.StreamBodyAttribute";
    public const string FormMethod = "Stryke.Web.Views.FormMethodAttribute";
    public const string WebApplication = "Stryke.Web.Host.WebApplication";
    public const string RouteMap = "Stryke.Web.Routing.RouteMap";
    public const string Migration = "Stryke.Web.Persistence.Migrations.Migration";
    public const string Seeds = "Stryke.Web.Persistence.Seeds";
    public const string Model = "Stryke.Web.Persistence.Model";
    public const string ObserverList = "Stryke.Web.Middleware.ObserverList";
    public const string ExchangeObserver = "Stryke.Web.Http.IExchangeObserver";
    public const string QueryObserver = "Stryke.Web.Persistence.IQueryObserver";
    public const string JobObserver = "Stryke.Web.Actors.Jobs.IJobObserver";

    /// <summary>A type in full, with <c>global::</c> and, for reference types, its nullable mark.</summary>
    public static SymbolDisplayFormat Qualified { get; } =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    public static bool Is(ITypeSymbol? type, string fullName)
    {
        if (type is null)
            return false;
        int dot = fullName.LastIndexOf('.');
        return type.Name.Length == fullName.Length - dot - 1
            && fullName.EndsWith(type.Name, StringComparison.Ordinal)
            && type.ContainingType is null
            && type.ContainingNamespace.ToDisplayString() == fullName.Substring(0, dot);
    }

    /// <summary>Whether a type does not exist or is made of one that does not, which C# says.</summary>
    public static bool IsUnknown(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Error
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnknown))
        || (type is IArrayTypeSymbol array && IsUnknown(array.ElementType));

    /// <summary>The classes of a controller from the topmost of the app's own down to itself; empty when it is no controller.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        var classes = new List<INamedTypeSymbol>();
        for (var c = type; c is not null; c = c.BaseType)
        {
            if (Is(c, Controller) || Is(c, ApiController))
                return classes;
            classes.Insert(0, c);
        }
        return [];
    }
}
