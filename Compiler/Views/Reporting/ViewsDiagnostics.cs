using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Views.Reporting;

/// <summary>The diagnostics of a template: STRYKE3xx, each reported at the template's own line and column.</summary>
internal static class ViewsDiagnostics
{
    public static readonly DiagnosticDescriptor UnterminatedTag = Error(
        "STRYKE300",
        "A tag is never closed",
        "This '<%' has no '%>' that closes it"
    );

    public static readonly DiagnosticDescriptor UnknownView = Error("STRYKE301", "A view does not exist", "There is no view Views.{0}{1}");

    public static readonly DiagnosticDescriptor UnclosedBlock = Error(
        "STRYKE302",
        "A block is never closed",
        "The block that starts here is never closed: a '<% }} %>' is missing"
    );

    public static readonly DiagnosticDescriptor UnopenedBlock = Error(
        "STRYKE303",
        "A brace closes nothing",
        "This '{0}' has no opening brace in the template"
    );

    public static readonly DiagnosticDescriptor MalformedParameters = Error(
        "STRYKE304",
        "The parameters of a view are not valid C#",
        "The parameters of this view are not valid C#: {0}. Write '<%@ Type name %>', separate several with commas"
    );

    public static readonly DiagnosticDescriptor DuplicateView = Error(
        "STRYKE305",
        "Two templates have the same name",
        "This template and {1} are both {0}: rename one of them"
    );

    public static readonly DiagnosticDescriptor YieldOutsideLayout = Error(
        "STRYKE306",
        "Yield outside a layout",
        "Only layouts may call Yield, and this template is not in app/views/layouts"
    );

    public static readonly DiagnosticDescriptor UnsafePlace = Error(
        "STRYKE307",
        "A value is in a place where it cannot be escaped",
        "A value cannot be written {0}"
    );

    public static readonly DiagnosticDescriptor UnevenBlock = Error(
        "STRYKE308",
        "A block ends at another place in the markup than where it started",
        "{0}"
    );

    public static readonly DiagnosticDescriptor UnfinishedMarkup = Error(
        "STRYKE309",
        "The markup is not complete",
        "The template ends {0}, which starts here"
    );

    public static readonly DiagnosticDescriptor UnfinishedStatement = Error("STRYKE310", "A statement does not end in its tag", "{0}");

    public static readonly DiagnosticDescriptor MalformedCode = Error(
        "STRYKE311",
        "The code of a tag does not read as C#",
        "This is not valid C#: {0}"
    );

    public static readonly DiagnosticDescriptor LayoutWithParameters = Error(
        "STRYKE312",
        "A layout has parameters",
        "A layout gets nothing but its page: move what it needs to ApplicationController, or to a partial"
    );

    public static readonly DiagnosticDescriptor UnusableName = Error(
        "STRYKE313",
        "The file name of a template is not a C# name",
        "'{0}' cannot be a view: {1}"
    );

    public static readonly DiagnosticDescriptor RawOutput = new(
        "STRYKE314",
        "A value is written without escaping",
        "This value is written without escaping. It must never come from a request.",
        "Stryke.Views",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor EndlessView = Error(
        "STRYKE320",
        "A view calls itself without end",
        "{0} would never end, because every path through its code reaches this call: {1}. "
            + "Put the call into an 'if' or a 'foreach' that comes to an end"
    );

    public static readonly DiagnosticDescriptor UnclosedElement = Error(
        "STRYKE321",
        "An element is not closed",
        "<{0}> is not closed: {1}"
    );

    public static readonly DiagnosticDescriptor UnopenedElement = Error(
        "STRYKE322",
        "An end tag is out of place",
        "</{0}> is out of place: {1}"
    );

    public static readonly DiagnosticDescriptor UndecidedSlash = Error(
        "STRYKE316",
        "A slash in a script has two meanings",
        "A value cannot be written after the '/' in line {0}, column {1}: what stands before it does not decide whether it divides "
            + "or starts a regular "
            + "expression. Put the regular expression, or what is divided, into parentheses, or end the statement before with ';'; "
            + "or write the value into "
            + "a data- attribute and read it from there"
    );

    public static readonly DiagnosticDescriptor LostScript = Error(
        "STRYKE317",
        "A script cannot be parsed",
        "A value cannot be written after the '{0}' in line {1}, column {2}: from there on the script does not read as JavaScript, "
            + "or in more than one "
            + "way. Correct it, or write the value into a data- attribute and read it from there"
    );

    public static readonly DiagnosticDescriptor AmbiguousElement = Error(
        "STRYKE318",
        "An element of SVG or MathML is ambiguous",
        "Within <annotation-xml> or <font> of SVG or MathML, '<{0}>' is read as HTML or not by what is not known here: move it out of there"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Stryke.Views", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
