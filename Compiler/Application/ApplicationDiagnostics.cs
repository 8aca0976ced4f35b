using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Application;

/// <summary>The ledger of what can be wrong with the application and its migrations: STRYKE5xx.</summary>
internal static class ApplicationDiagnostics
{
    private const string Category = "Stryke.Application";

    public static readonly DiagnosticDescriptor BadPlace = Error(
        "STRYKE501",
        "The application stands in another type",
        "'{0}' derives from WebApplication and must stand in no other type, so that the compiler can write its other half"
    );

    public static readonly DiagnosticDescriptor MigrationWithoutVersion = Error(
        "STRYKE502",
        "A migration's file name has no version",
        "The migration '{0}' stands in '{1}'; a migration's file is called by its version and name, such as 20260426120000_{0}.cs"
    );

    public static readonly DiagnosticDescriptor VersionTwice = Error(
        "STRYKE503",
        "Two migrations have one version",
        "The migrations '{0}' and '{1}' both have the version {2}; each migration has a file and a version of its own"
    );

    public static readonly DiagnosticDescriptor NoRoutes = Error(
        "STRYKE504",
        "The application has no routes",
        "'{0}' has no routes: declare 'public sealed partial class Routes : RouteMap' in config/Routes.cs"
    );

    public static readonly DiagnosticDescriptor SeveralSeeds = Error(
        "STRYKE505",
        "Several classes of seeds",
        "'{0}' and '{1}' both derive from Seeds; 'db seed' runs one class, which may call others"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
