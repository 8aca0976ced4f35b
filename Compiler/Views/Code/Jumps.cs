using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>Whether the statement after one is reached for certain.</summary>
internal static class Jumps
{
    /// <summary>Whether a statement holds anything that may go on elsewhere than behind it: a jump out of it, or a <c>throw</c>.</summary>
    public static bool MayLeave(StatementSyntax statement) =>
        statement
            .DescendantNodesAndSelf(node => !IsFunction(node))
            .Any(node =>
                node switch
                {
                    ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax or YieldStatementSyntax =>
                        true,
                    ContinueStatementSyntax => !IsWithin(node, statement, IsLoop),
                    BreakStatementSyntax => !IsWithin(node, statement, around => IsLoop(around) || around is SwitchStatementSyntax),
                    // A loop without a condition is only left by a jump, which may never come.
                    WhileStatementSyntax loop => IsEndless(loop.Condition),
                    ForStatementSyntax loop => loop.Condition is null || IsEndless(loop.Condition),
                    DoStatementSyntax loop => IsEndless(loop.Condition),
                    _ => false,
                }
            );

    private static bool IsEndless(ExpressionSyntax condition) => condition.ToString() == "true";

    private static bool IsFunction(SyntaxNode node) => node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static bool IsLoop(SyntaxNode node) =>
        node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool IsWithin(SyntaxNode node, SyntaxNode outermost, Func<SyntaxNode, bool> isTarget)
    {
        for (var around = node; around is not null; around = around.Parent)
        {
            if (isTarget(around))
                return true;
            if (around == outermost)
                return false;
        }
        return false;
    }
}
