using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>
/// Reports a value that <c>Json(…)</c> cannot write. What a value is (<c>await Post.Find(id)</c>) is known only when all code is generated,
/// so this is an analyzer; the generator writes what it knows, and says nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [ControllersDiagnostics.JsonUnwritable, ControllersDiagnostics.JsonTypeUnknown];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var written = new Lazy<HashSet<ITypeSymbol>>(() => WrittenTypes(start.Compilation));
            start.RegisterSyntaxNodeAction(node => Check(node, written), SyntaxKind.InvocationExpression);
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, Lazy<HashSet<ITypeSymbol>> written)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (JsonCalls.NameOf(call.Expression) is not { Identifier.ValueText: "Json" } || call.ArgumentList.Arguments.Count == 0)
            return;
        if (context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol { Arity: 1 } method)
            return;
        if (
            !KnownTypes.Is(method.ContainingType, KnownTypes.Controller)
            || method.OriginalDefinition.Parameters[0].Type is not ITypeParameterSymbol
        )
        {
            return;
        }

        var type = method.TypeArguments[0];
        if (type.TypeKind == TypeKind.Error)
            return;

        var reader = new JsonTypeReader(context.Compilation.Assembly);
        if (type is not ITypeParameterSymbol)
            reader.Read(type);
        var where = JsonCalls.ValueOf(call).GetLocation();
        if (reader.Problem is { } problem)
        {
            context.ReportDiagnostic(Diagnostic.Create(ControllersDiagnostics.JsonUnwritable, where, problem.Type, problem.Why));
        }
        else if (!written.Value.Contains(type) && !WritesItself(type))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    ControllersDiagnostics.JsonTypeUnknown,
                    where,
                    type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
                )
            );
        }
    }

    /// <summary>The types that there is a generated writer for: those of the methods of <c>AppJson</c>.</summary>
    private static HashSet<ITypeSymbol> WrittenTypes(Compilation compilation) =>
        new(
            compilation
                .GetSymbolsWithName("AppJson", SymbolFilter.Type)
                .OfType<INamedTypeSymbol>()
                .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
                .Where(method => method.Parameters.Length == 2)
                .Select(method => method.Parameters[1].Type),
            SymbolEqualityComparer.Default
        );

    /// <summary>A model, or a sequence of models.</summary>
    private static bool WritesItself(ITypeSymbol type) =>
        type
            .AllInterfaces.Concat(type is INamedTypeSymbol { TypeKind: TypeKind.Interface } self ? [self] : [])
            .Any(i =>
                KnownTypes.Is(i, KnownTypes.JsonRecord)
                || (
                    i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T
                    && i.TypeArguments[0].AllInterfaces.Any(item => KnownTypes.Is(item, KnownTypes.JsonRecord))
                )
            );
}
