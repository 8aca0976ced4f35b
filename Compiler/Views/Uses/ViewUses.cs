using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Uses;

/// <summary>Finds the calls of views in the app's own C#: controllers, helpers, mail.</summary>
internal static class ViewUses
{
    private const string Views = "Views";

    public static IncrementalValueProvider<EquatableArray<ViewUse>> In(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax call && NameOf(call.Expression) is not null,
                static (found, _) => Read((InvocationExpressionSyntax)found.Node, found.SemanticModel)
            )
            .Where(static use => use is not null)
            .Collect()
            .Select(static (uses, _) => uses.Select(use => use!).ToEquatableArray());

    private static ViewUse? Read(InvocationExpressionSyntax call, SemanticModel model)
    {
        // The views themselves are generated, so their name means nothing yet. Where it does, it is something else of that name.
        int position = call.SpanStart;
        if (!model.LookupSymbols(position, name: Views).IsEmpty)
            return null;
        var arguments = call.ArgumentList.Arguments;
        return new ViewUse(
            NameOf(call.Expression)!,
            model.GetEnclosingSymbol(position)?.ContainingNamespace?.ToDisplayString() ?? "",
            arguments.Count(argument => argument.NameColon is null),
            arguments.Select(argument => argument.NameColon?.Name.ToString()).OfType<string>().ToEquatableArray(),
            SourceSpan.Of(call.Expression.GetLocation())
        );
    }

    // "Views.Posts.Index" is "Posts.Index"; null for what does not start with Views.
    private static string? NameOf(ExpressionSyntax expression)
    {
        string name = "";
        while (expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax part } member)
        {
            name = name.Length == 0 ? part.Identifier.ValueText : $"{part.Identifier.ValueText}.{name}";
            expression = member.Expression;
        }
        return name.Length > 0 && expression is IdentifierNameSyntax { Identifier.ValueText: Views } ? name : null;
    }
}
