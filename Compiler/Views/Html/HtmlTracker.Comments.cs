using Stryke.Web.Compiler.Views.Reporting;

namespace Stryke.Web.Compiler.Views.Html;

// Comments, and elements whose content is text.
internal sealed partial class HtmlTracker
{
    private MarkupProblem? NextInComment(char c)
    {
        const string CData = "[CDATA[";
        var state = State;
        string pending = state.Pending + c;
        string last = pending.Length > 3 ? pending.Substring(pending.Length - 3) : pending;
        if (state.Place == HtmlPlace.MarkupDeclaration && c == '-')
        {
            // "<!-->" and "<!--->" are whole comments: the opening dashes are remembered as an 'o'.
            State = pending == "--" ? state with { Place = HtmlPlace.Comment, Pending = "o" } : state with { Pending = pending };
        }
        else if (
            state.Place == HtmlPlace.MarkupDeclaration
            && state.Foreign.IsForeign
            && CData.StartsWith(pending, StringComparison.Ordinal)
        )
        {
            State = pending == CData ? state with { Place = HtmlPlace.CData, Pending = "" } : state with { Pending = pending };
            if (pending == CData && state.Foreign.IsUnknown)
                return new MarkupProblem(ViewsDiagnostics.AmbiguousElement, "![CDATA[");
        }
        else if (state.Place == HtmlPlace.Comment)
        {
            bool ends = c == '>' && (state.Pending is "o" or "o-" || EndsWith(state.Pending, "--") || EndsWith(state.Pending, "--!"));
            State = ends ? state.At(HtmlPlace.Text) : state with { Pending = last };
        }
        else if (state.Place == HtmlPlace.CData)
        {
            State = last == "]]>" ? state.At(HtmlPlace.Text) : state with { Pending = last };
        }
        else
        {
            State = c == '>' ? state.At(HtmlPlace.Text) : state with { Place = HtmlPlace.BogusComment, Pending = "" };
        }

        return null;
    }

    /// <summary>Text of an element that only its own end tag ends (HTML, "RCDATA end tag name state" and its twins).</summary>
    private void NextInElementText(char c, int offset)
    {
        var state = State with { DropsLineEnd = false };
        if (state.Text.Ends(state.Tag, c))
        {
            State = c == '>' ? state.At(HtmlPlace.Text) : state.At(HtmlPlace.BeforeAttribute, state.Tag) with { IsEndTag = true };
            return;
        }
        if (c == '<')
            LastOpening = offset;
        State = state with
        {
            Text = state.Text.Next(state.Tag, Lower(c)),
            Script = state.Place == HtmlPlace.Script ? state.Script.Next(c, offset) : state.Script,
        };
    }
}
