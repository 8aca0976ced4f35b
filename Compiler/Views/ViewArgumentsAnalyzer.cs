using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Stryke.Web.Compiler.Views;

/// <summary>
/// Reports an argument that a view does not take, in the words of views: in a template at its own line, in a controller at the call. It needs types,
/// which a generator does not have for what is generated beside it, so it is an analyzer.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ViewArgumentsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ViewsDiagnostics.WrongArgument];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Templates are generated code by the time that they are C#.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(Check, SyntaxKind.InvocationExpression);
    }

    private static void Check(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax) return;
        SymbolInfo called = context.SemanticModel.GetSymbolInfo(call, context.CancellationToken);
        if (called.Symbol is not null || called.CandidateReason != CandidateReason.OverloadResolutionFailure) return;
        if (called.CandidateSymbols.OfType<IMethodSymbol>().FirstOrDefault(MakesView) is not { } view) return;

        for (int i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            ArgumentSyntax argument = call.ArgumentList.Arguments[i];
            if (ParameterOf(view, argument, i) is not { } parameter) continue;
            if (context.SemanticModel.ClassifyConversion(argument.Expression, parameter.Type).IsImplicit) continue;
            string given = context.SemanticModel.GetTypeInfo(argument.Expression, context.CancellationToken).Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
                ?? argument.Expression.ToString();
            context.ReportDiagnostic(Diagnostic.Create(
                ViewsDiagnostics.WrongArgument,
                argument.Expression.GetLocation(),
                $"Views.{view.ContainingType.Name}.{view.Name}",
                $"{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {parameter.Name}",
                given));
        }
    }

    private static bool MakesView(IMethodSymbol method) =>
        method.ReturnType.AllInterfaces.Any(type => type.Name == "IView" && type.ContainingNamespace.ToDisplayString() == "Stryke.Web.Views");

    private static IParameterSymbol? ParameterOf(IMethodSymbol view, ArgumentSyntax argument, int index)
    {
        if (argument.NameColon is { } named) return view.Parameters.FirstOrDefault(parameter => parameter.Name == named.Name.Identifier.ValueText);
        return index < view.Parameters.Length ? view.Parameters[index] : null;
    }
}
