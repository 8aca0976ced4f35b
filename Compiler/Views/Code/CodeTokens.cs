using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Views.Nesting;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>
/// The C# of one tag as Roslyn's own lexer reads it: strings, comments and interpolations are what they are to the compiler.
/// </summary>
internal static class CodeTokens
{
    /// <returns>
    /// The tokens without the end of file; and what is wrong with one of them, with its offset in <paramref name="code"/>.
    /// </returns>
    public static (IReadOnlyList<SyntaxToken> Tokens, string? Error, int ErrorOffset) Of(string code)
    {
        var tokens = new List<SyntaxToken>();
        foreach (var token in SyntaxFactory.ParseTokens(code))
        {
            if (token.ContainsDirectives)
                return (tokens, "a directive cannot stand in a template", FirstDirective(token));
            foreach (var diagnostic in token.GetDiagnostics())
            {
                if (diagnostic.Severity != DiagnosticSeverity.Error)
                    continue;
                return (
                    tokens,
                    diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                    Math.Min(token.SpanStart, code.Length)
                );
            }
            if (!token.IsKind(SyntaxKind.EndOfFileToken))
                tokens.Add(token);
        }
        return (tokens, null, 0);
    }

    /// <summary>
    /// What a brace belongs to: the keyword before it or before its parentheses, <c>=&gt;</c> for a lambda, or nothing known.
    /// </summary>
    public static string KeywordOf(IReadOnlyList<SyntaxToken> tokens, int brace)
    {
        int index = brace - 1;
        if (index < 0)
            return "";
        if (tokens[index].IsKind(SyntaxKind.CloseParenToken))
        {
            int depth = 0;
            for (; index >= 0; index--)
            {
                if (tokens[index].IsKind(SyntaxKind.CloseParenToken))
                    depth++;
                else if (tokens[index].IsKind(SyntaxKind.OpenParenToken) && --depth == 0)
                    break;
            }
            index--;
        }
        if (index < 0)
            return "";
        return tokens[index].IsKeyword() || tokens[index].IsKind(SyntaxKind.EqualsGreaterThanToken) ? tokens[index].Text : "";
    }

    public static Jump JumpOf(SyntaxToken token) =>
        token.Kind() switch
        {
            SyntaxKind.BreakKeyword => Jump.Break,
            SyntaxKind.ContinueKeyword => Jump.Continue,
            SyntaxKind.ReturnKeyword => Jump.Return,
            SyntaxKind.GotoKeyword => Jump.Goto,
            _ => Jump.None,
        };

    private static int FirstDirective(SyntaxToken token)
    {
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.IsDirective)
                return trivia.SpanStart;
        }
        return token.SpanStart;
    }
}
