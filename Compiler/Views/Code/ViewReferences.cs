using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>Finds what a template's code calls that the compiler answers for: other views, and <c>Yield</c>.</summary>
internal static class ViewReferences
{
    /// <returns>For each <c>Views.A.B(</c> its name without <c>Views.</c>, its offset and its length.</returns>
    public static IEnumerable<(string Name, int Offset, int Length)> Views(IReadOnlyList<SyntaxToken> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text != "Views" || (i > 0 && tokens[i - 1].Kind() is SyntaxKind.DotToken or SyntaxKind.ColonColonToken))
                continue;
            int end = i;
            var names = new List<string>();
            while (
                end + 2 < tokens.Count && tokens[end + 1].IsKind(SyntaxKind.DotToken) && tokens[end + 2].IsKind(SyntaxKind.IdentifierToken)
            )
            {
                names.Add(tokens[end + 2].ValueText);
                end += 2;
            }
            bool isCall = end + 1 < tokens.Count && tokens[end + 1].IsKind(SyntaxKind.OpenParenToken);
            if (names.Count > 0 && isCall)
                yield return (string.Join(".", names), tokens[i].SpanStart, tokens[end].Span.End - tokens[i].SpanStart);
        }
    }

    /// <returns>The offset and length of each call of <c>Yield</c>.</returns>
    public static IEnumerable<(int Offset, int Length)> Yields(IReadOnlyList<SyntaxToken> tokens)
    {
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            bool isCall = tokens[i].Text == "Yield" && tokens[i + 1].IsKind(SyntaxKind.OpenParenToken);
            bool isOther = i > 1 && tokens[i - 1].IsKind(SyntaxKind.DotToken) && !tokens[i - 2].IsKind(SyntaxKind.ThisKeyword);
            if (isCall && !isOther)
                yield return (tokens[i].SpanStart, tokens[i].Span.Length);
        }
    }

    /// <returns>Whether <c>&lt;</c> and <c>%</c> stand side by side, which they never do in C#.</returns>
    public static bool HoldsTag(IReadOnlyList<SyntaxToken> tokens)
    {
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            bool isMark = tokens[i].IsKind(SyntaxKind.LessThanToken) && tokens[i + 1].Text.StartsWith("%", StringComparison.Ordinal);
            if (isMark && tokens[i].Span.End == tokens[i + 1].SpanStart)
                return true;
        }
        return false;
    }
}
