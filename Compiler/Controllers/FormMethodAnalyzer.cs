using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Text.Words;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>
/// Reports a constant that is given as a form's method and is none: <c>ButtonTo(…, method: "delte")</c>; in a template at its own line.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormMethodAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ControllersDiagnostics.UnknownMethod];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Templates are generated code by the time that they are C#.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterOperationAction(Check, OperationKind.Argument);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Type.SpecialType: SpecialType.System_String } parameter })
            return;
        if (argument.Value.ConstantValue is not { HasValue: true, Value: string method })
            return;
        if (
            Methods.Contains(method.ToLowerInvariant())
            || !parameter.GetAttributes().Any(attribute => KnownTypes.Is(attribute.AttributeClass, KnownTypes.FormMethod))
        )
        {
            return;
        }

        context.ReportDiagnostic(
            Diagnostic.Create(
                ControllersDiagnostics.UnknownMethod,
                argument.Value.Syntax.GetLocation(),
                method,
                NearestName.Suggest(method, Methods)
            )
        );
    }
}
