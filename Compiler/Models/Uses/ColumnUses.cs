using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models.Uses;

/// <summary>All uses of columns in the lambdas of an app: in its C# and in its templates.</summary>
internal static class ColumnUses
{
    public static IncrementalValueProvider<EquatableArray<ColumnUse>> All(IncrementalGeneratorInitializationContext context)
    {
        var code = context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } },
                static (syntax, cancel) =>
                    new LambdaReader(syntax.SemanticModel, cancel).Read((LambdaExpressionSyntax)syntax.Node).ToEquatableArray()
            )
            .Where(static uses => uses.Count > 0)
            .Collect();
        var templates = context
            .AdditionalTextsProvider.Where(static file => file.Path.EndsWith(".erb", StringComparison.Ordinal))
            .Select(static (file, cancel) => (file.Path, Text: file.GetText(cancel)))
            .Where(static file => file.Text is not null)
            .Select(static (file, _) => TemplateLambdas.Read(file.Path, file.Text!).ToEquatableArray())
            .Where(static uses => uses.Count > 0)
            .Collect();
        return code.Combine(templates).Select(static (both, _) => both.Left.Concat(both.Right).SelectMany(uses => uses).ToEquatableArray());
    }
}
