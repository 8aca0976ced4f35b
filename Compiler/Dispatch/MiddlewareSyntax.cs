using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Controllers;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>
/// Reads <c>Draw</c> and <c>DrawApi</c> of the app's <c>MiddlewareStack</c>: calls of <c>Use&lt;T&gt;()</c> and nothing else.
/// </summary>
internal static class MiddlewareSyntax
{
    private const string Stack = "Stryke.Web.Middleware.MiddlewareStack",
        SyncStep = "Stryke.Web.Middleware.IMiddleware",
        AsyncStep = "Stryke.Web.Middleware.IAsyncMiddleware";

    public static IncrementalValueProvider<MiddlewareModel> Stacks(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                static (syntax, cancel) => Read(syntax, cancel)
            )
            .Where(static stack => stack is not null)
            .Collect()
            .Select(static (stacks, _) => stacks.FirstOrDefault() ?? MiddlewareModel.Default);

    private static MiddlewareModel? Read(GeneratorSyntaxContext syntax, CancellationToken cancel)
    {
        var declaration = (ClassDeclarationSyntax)syntax.Node;
        if (
            syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancel) is not INamedTypeSymbol type
            || !KnownTypes.Is(type.BaseType, Stack)
        )
        {
            return null;
        }

        var diagnostics = new List<DiagnosticInfo>();
        var steps = ReadSteps(syntax, MethodOf(declaration, "Draw"), diagnostics, cancel);
        var api = MethodOf(declaration, "DrawApi");
        var apiSteps = api is null ? MiddlewareModel.DefaultApi : ReadSteps(syntax, api, diagnostics, cancel);
        return new MiddlewareModel(steps, apiSteps, diagnostics.ToEquatableArray());
    }

    private static MethodDeclarationSyntax? MethodOf(ClassDeclarationSyntax stack, string name) =>
        stack.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(method => method.Identifier.ValueText == name);

    private static EquatableArray<MiddlewareStep> ReadSteps(
        GeneratorSyntaxContext syntax,
        MethodDeclarationSyntax? draw,
        List<DiagnosticInfo> diagnostics,
        CancellationToken cancel
    )
    {
        var steps = new List<MiddlewareStep>();
        IEnumerable<SyntaxNode> lines = draw?.ExpressionBody is { } arrow ? [arrow.Expression] : draw?.Body?.Statements ?? [];
        foreach (var line in lines)
        {
            var expression = line is ExpressionStatementSyntax statement ? statement.Expression : line;
            if (
                expression
                is not InvocationExpressionSyntax
                {
                    Expression: GenericNameSyntax { Identifier.ValueText: "Use", TypeArgumentList.Arguments: { Count: 1 } types }
                }
            )
            {
                diagnostics.Add(Bad(expression, "only calls of Use<T>() belong in it"));
            }
            else if (syntax.SemanticModel.GetTypeInfo(types[0], cancel).Type is { TypeKind: not TypeKind.Error } step)
            {
                // C# says when there is no such type, or when it is no step.
                bool waits = step.AllInterfaces.Any(i => KnownTypes.Is(i, AsyncStep));
                if (waits && step.AllInterfaces.Any(i => KnownTypes.Is(i, SyncStep)))
                    diagnostics.Add(Bad(types[0], $"'{step.Name}' is an IMiddleware and an IAsyncMiddleware; keep one of the two"));
                steps.Add(new(step.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), waits));
            }
        }
        return steps.ToEquatableArray();
    }

    private static DiagnosticInfo Bad(SyntaxNode place, string reason) =>
        DiagnosticInfo.At(SourceSpan.Of(place.GetLocation()), ControllersDiagnostics.BadMiddleware, reason);
}
