using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>The diagnostics of controllers: STRYKE2xx.</summary>
internal static class ControllersDiagnostics
{
    public static readonly DiagnosticDescriptor ParameterUnbindable = Error(
        "STRYKE201",
        "A parameter of an action cannot be bound",
        "'{0} {1}' cannot be bound from a request: use string, bool, a number, Guid, a date, a time, an enum or UploadedFile, "
            + "nullable when it is optional, or IReadOnlyList<UploadedFile>"
    );

    public static readonly DiagnosticDescriptor WrongReturn = Error(
        "STRYKE202",
        "A public method of a controller is not an action",
        "{0}.{1} is public, so it is an action, and an action returns Result, Task<Result> or ValueTask<Result>; make it private if "
            + "it is none"
    );

    public static readonly DiagnosticDescriptor FilterUnknownAction = Error(
        "STRYKE203",
        "A filter names an action that does not exist",
        "{0} has no action {1}, so this filter never runs for it: {2}"
    );

    public static readonly DiagnosticDescriptor JsonUnwritable = Error(
        "STRYKE205",
        "A type cannot be written as JSON",
        "{0} cannot be written as JSON: {1}"
    );

    public static readonly DiagnosticDescriptor JsonTypeUnknown = Error(
        "STRYKE206",
        "The type of a JSON value is not known at build time",
        "No writer was made for {0}: the type of this value comes from generated code or a type parameter, and writers are made "
            + "before that is known. Say it, as in Json<IReadOnlyList<PostView>>(views)"
    );

    public static readonly DiagnosticDescriptor BadFilter = Error("STRYKE207", "A filter cannot be run", "{0} cannot be a filter: {1}");

    public static readonly DiagnosticDescriptor AmbiguousAction = Error(
        "STRYKE208",
        "Two actions have the same name",
        "{0} has two actions named {1}; rename one, because a route finds an action by its name"
    );

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "STRYKE209",
        "A controller cannot be created",
        "{0} needs a constructor without parameters: the framework creates a controller for each request"
    );

    public static readonly DiagnosticDescriptor BadPlace = Error(
        "STRYKE210",
        "A class cannot be a controller",
        "{0} cannot be a controller: {1}"
    );

    public static readonly DiagnosticDescriptor BadMiddleware = Error(
        "STRYKE211",
        "The middleware stack contains something that cannot be read",
        "and never runs: {0}"
    );

    public static readonly DiagnosticDescriptor ActionHides = Error(
        "STRYKE212",
        "An action takes the name of something that actions use",
        "{0}.{1} hides Controller.{1}. Rename the action"
    );

    public static readonly DiagnosticDescriptor UnknownMethod = Error(
        "STRYKE226",
        "A form has an unknown method",
        "A form cannot send \"{0}\": {1}"
    );

    public static readonly DiagnosticDescriptor SkippedFilterUnknown = Error(
        "STRYKE213",
        "[SkipBefore] names a filter that does not exist",
        "{0} has no filter {1} that runs before its actions: {2}"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Stryke.Controllers", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
