using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Calls = System.Collections.Generic.Dictionary<string, (int Offset, int Length)>;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>
/// The views that a template calls whichever way its code goes. Only what is certain counts: a call after something that may leave
/// the template, in a loop, in a lambda or in one branch of several does not.
/// </summary>
internal sealed class CertainCalls
{
    private readonly CodeOutline _outline;

    private CertainCalls(CodeOutline outline) => _outline = outline;

    /// <returns>The names of the views without <c>Views.</c>, each with the offset and length of its first call.</returns>
    public static IReadOnlyList<(string Name, int Offset, int Length)> In(CodeOutline outline)
    {
        if (outline.Parse() is not { } block)
            return [];
        var calls = new CertainCalls(outline).Of(block.Statements);
        return [.. calls.Select(call => (call.Key, call.Value.Offset, call.Value.Length)).OrderBy(call => call.Offset)];
    }

    private Calls Of(SyntaxList<StatementSyntax> statements)
    {
        var calls = new Calls();
        foreach (var statement in statements)
        {
            foreach (var call in Of(statement))
            {
                if (!calls.ContainsKey(call.Key))
                    calls.Add(call.Key, call.Value);
            }
            if (Jumps.MayLeave(statement))
                break;
        }
        return calls;
    }

    private Calls Of(StatementSyntax? statement) =>
        statement switch
        {
            ExpressionStatementSyntax expression => OfValue(_outline.Written(expression)),
            BlockSyntax block => Of(block.Statements),
            UsingStatementSyntax scope => Of(scope.Statement),
            LockStatementSyntax scope => Of(scope.Statement),
            CheckedStatementSyntax scope => Of(scope.Block),
            UnsafeStatementSyntax scope => Of(scope.Block),
            FixedStatementSyntax scope => Of(scope.Statement),
            LabeledStatementSyntax labelled => Of(labelled.Statement),
            DoStatementSyntax loop => Of(loop.Statement),
            TryStatementSyntax { Catches.Count: 0 } attempt => Of(attempt.Block),
            IfStatementSyntax { Else: { } other } choice => Both(Of(choice.Statement), Of(other.Statement)),
            SwitchStatementSyntax choice when choice.Sections.Any(section => section.Labels.Any(SyntaxKind.DefaultSwitchLabel)) => choice
                .Sections.Select(section => Of(section.Statements))
                .Aggregate(Both),
            _ => [],
        };

    private static Calls OfValue(ExpressionSyntax? value) =>
        value switch
        {
            ParenthesizedExpressionSyntax inner => OfValue(inner.Expression),
            ConditionalExpressionSyntax choice => Both(OfValue(choice.WhenTrue), OfValue(choice.WhenFalse)),
            SwitchExpressionSyntax { Arms.Count: > 0 } choice => choice.Arms.Select(arm => OfValue(arm.Expression)).Aggregate(Both),
            InvocationExpressionSyntax call when NameOf(call.Expression) is { } name => new Calls
            {
                [name] = (CodeOutline.OffsetOf(call), call.Expression.Span.Length),
            },
            _ => [],
        };

    private static Calls Both(Calls one, Calls other) =>
        one.Where(call => other.ContainsKey(call.Key)).ToDictionary(call => call.Key, call => call.Value);

    // "Views.Posts.Post" is "Posts.Post".
    private static string? NameOf(ExpressionSyntax expression)
    {
        var names = new Stack<string>();
        while (expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member)
        {
            names.Push(name.Identifier.ValueText);
            expression = member.Expression;
        }
        return names.Count > 0 && expression is IdentifierNameSyntax { Identifier.Text: "Views" } ? string.Join(".", names) : null;
    }
}
