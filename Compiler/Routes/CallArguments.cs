using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Compiler.Routes;

/// <summary>The arguments of one call in <c>Draw</c>, by the names of the parameters, however they were passed.</summary>
internal sealed class CallArguments
{
    private readonly Dictionary<string, ExpressionSyntax> _byName = [];

    public CallArguments(InvocationExpressionSyntax call, IReadOnlyList<CallParameter> parameters)
    {
        int position = 0;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            string? name = argument.NameColon?.Name.Identifier.ValueText ?? ByKind(argument.Expression, parameters);
            if (name is null && position < parameters.Count)
                name = parameters[position].Name;
            if (name is not null)
                _byName[name] = argument.Expression;
            position++;
        }
    }

    /// <summary>A lambda and a list say by themselves what they are, wherever they stand.</summary>
    private static string? ByKind(ExpressionSyntax expression, IReadOnlyList<CallParameter> parameters)
    {
        if (expression is LambdaExpressionSyntax)
            return parameters.FirstOrDefault(parameter => parameter.IsLambda)?.Name;
        return Items(expression) is null ? null : parameters.FirstOrDefault(parameter => parameter.IsList)?.Name;
    }

    public ExpressionSyntax? this[string name] =>
        _byName.TryGetValue(name, out var value) && !value.IsKind(SyntaxKind.NullLiteralExpression) ? value : null;

    /// <summary><c>Api.V1.Posts</c> as text, or null when the expression is not names and dots.</summary>
    public static string? Dotted(ExpressionSyntax? expression) =>
        expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access
                when access.IsKind(SyntaxKind.SimpleMemberAccessExpression) && Dotted(access.Expression) is { } left =>
                $"{left}.{access.Name.Identifier.ValueText}",
            _ => null,
        };

    /// <summary>Whether C# refuses the expression by itself where a token is wanted: a literal, or a lambda.</summary>
    public static bool IsRefused(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or LambdaExpressionSyntax;

    /// <summary>The value of a literal string, or null.</summary>
    public static string? Literal(ExpressionSyntax? expression) =>
        expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? literal.Token.ValueText
            : null;

    /// <summary>
    /// The items of <c>[a, b]</c>, <c>new[] { a, b }</c> or <c>new string[] { a, b }</c>, or null when it is something else.
    /// </summary>
    public static IReadOnlyList<ExpressionSyntax>? Items(ExpressionSyntax expression) =>
        expression switch
        {
            CollectionExpressionSyntax list when list.Elements.All(e => e is ExpressionElementSyntax) => list
                .Elements.Select(e => ((ExpressionElementSyntax)e).Expression)
                .ToList(),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            _ => null,
        };
}
