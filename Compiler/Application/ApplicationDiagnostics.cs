using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Application;

/// <summary>The diagnostics of the application and its migrations: STRYKE5xx.</summary>
internal static class ApplicationDiagnostics
{
    private const string Category = "Stryke.Application";

    public static readonly DiagnosticDescriptor BadPlace = Error(
        "STRYKE501",
        "The application is nested in another type",
        "'{0}' derives from WebApplication and must not be nested in another type"
    );

    public static readonly DiagnosticDescriptor MigrationWithoutVersion = Error(
        "STRYKE502",
        "A migration's file name has no version",
        "The migration '{0}' stands in '{1}'; a migration's file is called by its version and name, such as 20260426120000_{0}.cs"
    );

    public static readonly DiagnosticDescriptor VersionTwice = Error(
        "STRYKE503",
        "Two migrations have the same version",
        "The migrations '{0}' and '{1}' both have the version {2}; each migration has a file and a version of its own"
    );

    public static readonly DiagnosticDescriptor NoRoutes = Error(
        "STRYKE504",
        "The application has no routes",
        "'{0}' has no routes: declare 'public sealed partial class Routes : RouteMap' in config/Routes.cs"
    );

    public static readonly DiagnosticDescriptor SeveralSeeds = Error(
        "STRYKE505",
        "There are two classes of seeds",
        "'{0}' and '{1}' both derive from Seeds; 'db seed' runs one class, which may call others"
    );

    public static readonly DiagnosticDescriptor BadObserverList = Error(
        "STRYKE507",
        "The list of observers holds something that cannot be read",
        "Draw of the list of observers is read at build time and never run: only calls of Observe<T>() belong in it"
    );

    public static readonly DiagnosticDescriptor BadObserver = Error("STRYKE508", "A class cannot observe", "{0} cannot observe: {1}");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
