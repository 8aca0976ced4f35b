using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Text;

/// <summary>A diagnostic as a value: parsers return these, and only the last step of a pipeline turns them into Roslyn's.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Rule, SourceSpan Where, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo At(SourceSpan where, DiagnosticDescriptor rule, params string[] arguments) =>
        new(rule, where, arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Where.ToLocation(), Arguments.ToArray<object>());
}
