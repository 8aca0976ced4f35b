using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>What other generators may know of the routes.</summary>
internal static class RouteFacts
{
    /// <summary>
    /// The tokens of the resources at the top of <c>Draw</c>, in its order: <c>Posts</c> for <c>Resources(Posts)</c>. For each,
    /// <c>Paths</c> has <c>Posts</c> and <c>Post(model)</c>.
    /// </summary>
    internal static IncrementalValueProvider<EquatableArray<string>> ResourceNames(IncrementalGeneratorInitializationContext context) =>
        context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Resources" } },
                static (call, _) => ((InvocationExpressionSyntax)call.Node).ArgumentList.Arguments.FirstOrDefault()?.ToString() ?? "")
            .Collect()
            .Select(static (names, _) => names.ToEquatableArray());
}
