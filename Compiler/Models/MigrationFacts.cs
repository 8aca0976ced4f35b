using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>
/// Reads from the app's migrations which tables they make, and which of them have timestamps. By syntax: the names are literals.
/// </summary>
internal static class MigrationFacts
{
    public static IncrementalValueProvider<EquatableArray<TableFact>> Tables(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => IsTable(node),
                static (syntax, _) => Read((InvocationExpressionSyntax)syntax.Node)
            )
            .Collect()
            .Select(
                static (facts, _) =>
                    facts
                        .GroupBy(fact => fact.Table)
                        .Select(table => new TableFact(table.Key, table.Any(fact => fact.HasTimestamps)))
                        .OrderBy(fact => fact.Table, StringComparer.Ordinal)
                        .ToEquatableArray()
            );

    private static bool IsTable(SyntaxNode node) =>
        node
            is InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.Text: "CreateTable" or "AddColumn" },
                ArgumentList.Arguments: { Count: >= 2 } arguments,
            }
        && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string };

    private static TableFact Read(InvocationExpressionSyntax call)
    {
        string table = (string)((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.Value!;
        bool hasTimestamps = call
            .ArgumentList.Arguments[1]
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(inner => inner.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Timestamps" });
        return new TableFact(table, hasTimestamps);
    }
}
