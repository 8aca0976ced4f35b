using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Attributes;

/// <summary>The diagnostics of attributes.</summary>
internal static class AttributesDiagnostics
{
    public static readonly DiagnosticDescriptor Unknown = new(
        "STRYKE506",
        "There is no such attribute",
        "There is no attribute [{0}]: {1}",
        "Stryke.Application",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true
    );
}
