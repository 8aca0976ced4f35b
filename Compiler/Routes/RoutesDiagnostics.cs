using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Routes;

/// <summary>The diagnostics of routes: STRYKE1xx.</summary>
internal static class RoutesDiagnostics
{
    public static readonly DiagnosticDescriptor ActionMissing = Error(
        "STRYKE101",
        "A route leads to an action that does not exist",
        "{0} has no action {1}: {2}"
    );

    public static readonly DiagnosticDescriptor ControllerMissing = Error(
        "STRYKE102",
        "A route leads to a controller that does not exist",
        "There is no controller {0}: {1}"
    );

    public static readonly DiagnosticDescriptor DuplicateRoute = Error(
        "STRYKE103",
        "A route is declared twice",
        "{0} is already routed to {1} on line {2}"
    );

    public static readonly DiagnosticDescriptor ShadowedRoute = Error(
        "STRYKE104",
        "A route is never reached",
        "{0} is never reached: {1} on line {2} matches the same paths"
    );

    public static readonly DiagnosticDescriptor BadPattern = Error(
        "STRYKE105",
        "A route's pattern is malformed",
        "This route pattern is not valid: {0}"
    );

    public static readonly DiagnosticDescriptor Unreadable = Error(
        "STRYKE106",
        "Draw contains something that cannot be read at build time",
        "Draw is read at build time and never runs: {0}"
    );

    public static readonly DiagnosticDescriptor PathNameTaken = Error(
        "STRYKE107",
        "Two paths have the same name in Paths",
        "Paths.{0} is already {1} (line {2}); give one of the two another name with 'name:'"
    );

    public static readonly DiagnosticDescriptor SecondMap = Error(
        "STRYKE109",
        "An app has two route maps",
        "{0} is a second route map; an app has only one: {1}. Remove one of them"
    );

    public static readonly DiagnosticDescriptor NoActions = Error(
        "STRYKE110",
        "A resource has no actions",
        "'only' and 'except' leave no action of {0}"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Stryke.Routes", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
