using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Stryke.Web.Compiler.Views.Html;
using Stryke.Web.Compiler.Views.Nesting;
using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views.Code;

/// <summary>
/// Follows the brackets of a template's code from tag to tag, and holds that the markup is at one and the same place whichever way
/// the code goes: else what a value is escaped for would depend on the run.
/// </summary>
internal sealed class BlockTracker(HtmlTracker html, ElementTracker elements, Action<int, int, DiagnosticDescriptor, string> report)
{
    private readonly List<OpenBlock> _open = [];

    public int Depth => _open.Count(block => block.Bracket == '{');

    /// <summary>Whether a switch has just been opened: only a case may follow.</summary>
    public bool AwaitsCase { get; private set; }

    /// <summary>Whether text stands where an exception could leave it half written and go on.</summary>
    public bool IsInTry => _open.Any(block => block.Keyword == "try");

    /// <summary>
    /// Follows the tokens of one tag, whose text starts at <paramref name="offset"/>. Returns the depth to show the tag's own line at.
    /// </summary>
    public int Run(IReadOnlyList<SyntaxToken> tokens, int offset)
    {
        int shown = Depth;
        for (int i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            int at = offset + token.SpanStart;
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken:
                    Open('{', CodeTokens.KeywordOf(tokens, i), at);
                    break;
                case SyntaxKind.OpenParenToken:
                    Open('(', "", at);
                    break;
                case SyntaxKind.OpenBracketToken:
                    Open('[', "", at);
                    break;
                case SyntaxKind.CloseBraceToken:
                    Close('{', '}', at);
                    break;
                case SyntaxKind.CloseParenToken:
                    Close('(', ')', at);
                    break;
                case SyntaxKind.CloseBracketToken:
                    Close('[', ']', at);
                    break;
                case SyntaxKind.CaseKeyword:
                    Enter(at);
                    break;
                case SyntaxKind.DefaultKeyword when i + 1 < tokens.Count && tokens[i + 1].IsKind(SyntaxKind.ColonToken):
                    Enter(at);
                    break;
                default:
                    Leave(CodeTokens.JumpOf(token), token, at, offset, StartsStatement(tokens, i));
                    break;
            }
            shown = Math.Min(shown, Depth);
        }
        if (tokens.Count > 0)
            EndOfTag(tokens[tokens.Count - 1], offset);
        return shown;
    }

    /// <summary>Reports what the template leaves open.</summary>
    public void EndOfTemplate()
    {
        foreach (var block in _open)
            report(block.Offset, 1, ViewsDiagnostics.UnclosedBlock, "");
    }

    private OpenBlock? Innermost => _open.Count == 0 ? null : _open[_open.Count - 1];

    private void Open(char bracket, string keyword, int at)
    {
        var block = new OpenBlock(bracket, keyword, at, html.State);
        _open.Add(block);
        if (block.Repeats)
            html.State = html.State.EnterLoop();
        if (bracket == '{')
            elements.OpenBlock(at, keyword);
    }

    private void Close(char bracket, char closing, int at)
    {
        if (Innermost is not { } block || block.Bracket != bracket)
        {
            report(at, 1, ViewsDiagnostics.UnopenedBlock, closing.ToString());
            return;
        }
        _open.RemoveAt(_open.Count - 1);
        JoinState(block, at);
        if (bracket == '{')
            elements.CloseBlock(at);
    }

    private void JoinState(OpenBlock block, int at)
    {
        if (block.State.Join(html.State, block.Repeats) is { } joined)
        {
            html.State = joined;
            return;
        }
        report(at, 1, ViewsDiagnostics.UnevenBlock, Explain(block.State, html.State));
        html.State = block.State;
    }

    private static string Explain(HtmlState start, HtmlState end) =>
        start.Place == HtmlPlace.Script && end.Place == HtmlPlace.Script
            ? "The block that ends here does not leave the script where it found it: what it writes must be whole, and end with ';' or ','"
            : $"The block that ends here started {start.Describe()} and ends {end.Describe()}: it must end where it started, "
                + "or what is written after it would be escaped for the wrong place";

    // A section of a switch does not go on from the one before it.
    private void Enter(int at)
    {
        if (Innermost is not { IsSwitch: true } block)
            return;
        if (block.State.Join(html.State) is null)
            report(at, 1, ViewsDiagnostics.UnevenBlock, Explain(block.State, html.State));
        html.State = block.State;
    }

    private void Leave(Jump jump, SyntaxToken token, int at, int tagOffset, bool isCertain)
    {
        if (jump == Jump.None || IsInLambda(tagOffset))
            return;
        if (jump != Jump.Goto)
            elements.Leave(jump, token.Text, at, isCertain);
        bool safe = jump switch
        {
            Jump.Goto => false,
            Jump.Return => html.State.Place == HtmlPlace.Text,
            _ => LeavesEvenly(jump),
        };
        if (safe)
            return;
        report(
            at,
            token.Span.Length,
            ViewsDiagnostics.UnevenBlock,
            jump == Jump.Goto
                ? "'goto' is not supported in a template"
                : $"'{token.Text}' leaves {html.State.Describe()}, which would stay unfinished"
        );
    }

    // What stands behind a jump that no condition stands before is never reached.
    private static bool StartsStatement(IReadOnlyList<SyntaxToken> tokens, int index) =>
        index == 0
        || tokens[index - 1].Kind()
            is SyntaxKind.SemicolonToken
                or SyntaxKind.OpenBraceToken
                or SyntaxKind.CloseBraceToken
                or SyntaxKind.ColonToken;

    // A jump in a lambda or local function that this same tag opened leaves only that.
    private bool IsInLambda(int tagOffset) => _open.Any(block => block.Keyword == "=>" && block.Offset >= tagOffset);

    /// <summary>Whether a jump may be made from here; what it leaves behind is then known to where it leads.</summary>
    private bool LeavesEvenly(Jump jump)
    {
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            var block = _open[i];
            if (block.State.Join(html.State) is not { } joined)
                return false;
            if (!block.IsLoop && !(block.IsSwitch && jump == Jump.Break))
                continue;
            _open[i] = block with { State = joined };
            return true;
        }
        return true;
    }

    private void EndOfTag(SyntaxToken last, int offset)
    {
        int at = offset + last.SpanStart;
        AwaitsCase = last.IsKind(SyntaxKind.OpenBraceToken) && Innermost is { IsSwitch: true };
        if (Innermost is { } open && open.Bracket != '{')
        {
            _open.RemoveAt(_open.Count - 1);
            report(open.Offset, 1, ViewsDiagnostics.UnfinishedStatement, $"This '{open.Bracket}' is not closed in its own tag");
        }
        else if (
            last.Kind()
            is not (SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken or SyntaxKind.ColonToken)
        )
        {
            report(
                at,
                last.Span.Length,
                ViewsDiagnostics.UnfinishedStatement,
                last.IsKind(SyntaxKind.CloseParenToken)
                    ? "End the statement with ';', or open a brace '{' when it goes on in the next tags"
                    : "A statement ends with ';' before its tag does"
            );
        }
    }
}
