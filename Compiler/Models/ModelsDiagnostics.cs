using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Models;

/// <summary>The diagnostics of models: STRYKE4xx.</summary>
internal static class ModelsDiagnostics
{
    public static readonly DiagnosticDescriptor TypeUnsupported = Error(
        "STRYKE401",
        "A column cannot have this type",
        "{0} cannot be a column of type {1}: use string, bool, int, long, double, decimal, DateTime, DateOnly, Guid, byte[] or an "
            + "enum, nullable when it may be missing"
    );

    public static readonly DiagnosticDescriptor RuleNotOnColumn = Error(
        "STRYKE402",
        "A validation is on a property that is not a column",
        "{0} has [{1}] but is not 'partial', so it is not a column and nothing would validate it. Write '{2}'"
    );

    public static readonly DiagnosticDescriptor NotSealed = Error(
        "STRYKE403",
        "A model is not sealed",
        "{0} must be declared 'sealed partial': nothing can derive from a model"
    );

    public static readonly DiagnosticDescriptor ForeignKeyMissing = Error(
        "STRYKE404",
        "A model does not hold the id it needs",
        "{0} belongs to {1} by {2}, which {0} does not have{3}: add 'public partial long {2} {{ get; set; }}', or say which with ForeignKey"
    );

    public static readonly DiagnosticDescriptor TargetForeignKeyMissing = Error(
        "STRYKE405",
        "The other model does not hold the id",
        "{0} has many {1} by {1}.{2}, which does not exist{3}: add 'public partial long {2} {{ get; set; }}' to {1}, or say which "
            + "with ForeignKey"
    );

    public static readonly DiagnosticDescriptor DuplicateTable = Error(
        "STRYKE406",
        "Two models have the same table",
        "{0} and {1} are both the table '{2}': give one another with [Table(\"…\")]"
    );

    public static readonly DiagnosticDescriptor NotReadWrite = Error(
        "STRYKE407",
        "A column cannot be read and set",
        "{0} is a column, so it must have 'get' and 'set' and must not be static"
    );

    public static readonly DiagnosticDescriptor AssociationMismatch = Error(
        "STRYKE408",
        "An association is declared wrongly",
        "{0} must be declared as {1}"
    );

    public static readonly DiagnosticDescriptor BadCallback = Error(
        "STRYKE409",
        "A method cannot be a callback",
        "{0} has [{1}], so it must take no parameters, not be static, and return {2}"
    );

    public static readonly DiagnosticDescriptor RuleDoesNotFit = Error(
        "STRYKE410",
        "A validation does not fit its property",
        "[{0}] does not fit {1}: {2}"
    );

    public static readonly DiagnosticDescriptor OptionalMismatch = Error(
        "STRYKE411",
        "A reference and its id disagree",
        "{0} is {1}, so {2} must be {3}"
    );

    public static readonly DiagnosticDescriptor BadPlace = Error("STRYKE412", "A class cannot be a model", "{0} cannot be a model: {1}");

    public static readonly DiagnosticDescriptor IdIsGiven = Error(
        "STRYKE413",
        "Id is declared again",
        "Every model has an Id already: remove this property"
    );

    public static readonly DiagnosticDescriptor PlainProperty = Error(
        "STRYKE420",
        "A property of a model is not partial",
        "{0} is not 'partial', so it is no column and is not saved: {1}"
    );

    public static readonly DiagnosticDescriptor ColumnMissing = Error(
        "STRYKE421",
        "There is no such column",
        "{0} has no column {1}: did you mean '{2}'?"
    );

    public static readonly DiagnosticDescriptor NoInitialValue = new(
        "STRYKE422",
        "A member of a model has no initial value",
        "{0} cannot be null and nothing gives it a value: add one, as in '= \"\"', or make its type nullable",
        "Stryke.Models",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor TypeMissing = Error(
        "STRYKE423",
        "The type of a property does not exist",
        "There is no type {0}: did you mean '{1}'?"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Stryke.Models", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
