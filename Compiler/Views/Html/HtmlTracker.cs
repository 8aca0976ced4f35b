namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// Runs the static text of a template through the states of the HTML tokenizer (HTML, "Tokenization") and says, at each value, how
/// it must be escaped there, or why it must not stand there. It decides by what a browser will read, not by what looks likely.
/// </summary>
internal sealed class HtmlTracker
{
    public HtmlState State { get; set; } = HtmlState.Start;

    /// <summary>The offset of the last character that opened a tag, a comment or a declaration.</summary>
    public int LastOpening { get; private set; }

    /// <summary>One static character at <paramref name="offset"/>. Returns what is wrong with it, or null.</summary>
    public string? Next(char c, int offset)
    {
        HtmlState state = State;
        switch (state.Place)
        {
            case HtmlPlace.Text:
                if (c == '<') LastOpening = offset;
                State = c == '<' ? HtmlState.Start with { Place = HtmlPlace.TagOpen } : HtmlState.Start;
                return null;
            case HtmlPlace.TagOpen: return NextAfterTagOpen(c, offset);
            case HtmlPlace.EndTagOpen:
                State = IsLetter(c) ? HtmlState.Start with { Place = HtmlPlace.TagName, Tag = Lower(c), IsEndTag = true }
                    : c == '>' ? HtmlState.Start : state with { Place = HtmlPlace.BogusComment };
                return null;
            case HtmlPlace.MarkupDeclaration or HtmlPlace.Comment or HtmlPlace.BogusComment:
                NextInComment(c);
                return null;
            case HtmlPlace.RcData or HtmlPlace.RawText or HtmlPlace.Script:
                NextInElementText(c, offset);
                return null;
            case HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted or HtmlPlace.Unquoted: return NextInValue(c);
            default: return NextInTag(c);
        }
    }

    /// <summary>A value: how it is escaped; or, in <paramref name="refusal"/>, why it must not stand here.</summary>
    public HtmlEscape Value(out string? refusal)
    {
        HtmlState state = State;
        HtmlEscape? escape = state.Place switch
        {
            HtmlPlace.Text => HtmlEscape.Text,
            // Half an end tag before the value: the value could complete it.
            HtmlPlace.RcData when state.Pending.Length == 0 => HtmlEscape.Text,
            HtmlPlace.Script when state.Pending.Length == 0 => state.Script.Escape,
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => EscapeInValue(state),
            _ => null,
        };
        refusal = escape is null ? Refusals.Explain(state) : null;
        State = state.Place switch
        {
            HtmlPlace.Script => state with { Script = state.Script.AfterValue() },
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => state with { Url = state.Url.AfterValue(), ScriptType = state.ScriptType + TypeOfValue(state) },
            _ => state with { DropsLineEnd = false },
        };
        return escape ?? HtmlEscape.None;
    }

    private static HtmlEscape? EscapeInValue(HtmlState state)
    {
        if (state.Attribute is "style" or "srcdoc" || Elements.IsEventHandler(state.Attribute)) return null;
        return state.HoldsUrl ? state.Url.Escape : HtmlEscape.Attribute;
    }

    // A script whose type is only known at run time is of no type that is known now.
    private static string TypeOfValue(HtmlState state) => IsScriptType(state) ? "?" : "";

    private static bool IsScriptType(HtmlState state) => state is { Tag: "script", Attribute: "type" };

    private string? NextAfterTagOpen(char c, int offset)
    {
        if (c == '<') LastOpening = offset;
        State = c switch
        {
            '/' => State with { Place = HtmlPlace.EndTagOpen },
            '!' => State with { Place = HtmlPlace.MarkupDeclaration },
            '?' => State with { Place = HtmlPlace.BogusComment },
            '<' => State,
            _ when IsLetter(c) => State with { Place = HtmlPlace.TagName, Tag = Lower(c) },
            _ => HtmlState.Start,
        };
        return null;
    }

    private string? NextInTag(char c)
    {
        HtmlState state = State;
        bool space = IsSpace(c);
        if (c == '>' ) return EndTag();
        if (state.Place == HtmlPlace.BeforeValue)
        {
            if (space) return null;
            State = state with { Place = c == '"' ? HtmlPlace.DoubleQuoted : c == '\'' ? HtmlPlace.SingleQuoted : HtmlPlace.Unquoted, Url = UrlState.Start };
            if (IsScriptType(State)) State = State with { ScriptType = "" };
            return State.Place == HtmlPlace.Unquoted ? NextInValue(c) : null;
        }
        if (c == '/')
        {
            State = state with { Place = HtmlPlace.BeforeAttribute, Attribute = "" };
            return null;
        }
        switch (state.Place)
        {
            case HtmlPlace.TagName:
                State = space ? state with { Place = HtmlPlace.BeforeAttribute } : state with { Tag = state.Tag + Lower(c) };
                return null;
            case HtmlPlace.AttributeName when !space && c != '=':
                State = state with { Attribute = state.Attribute + Lower(c) };
                return null;
            case HtmlPlace.AttributeName or HtmlPlace.AfterAttributeName when c == '=':
                State = state with { Place = HtmlPlace.BeforeValue };
                return null;
            case HtmlPlace.AttributeName:
                State = state with { Place = HtmlPlace.AfterAttributeName };
                return null;
            case HtmlPlace.AfterBlock when !space:
                State = state with { Place = HtmlPlace.AttributeName, Attribute = Lower(c) };
                return "What the block before may write would run into this: put a space between them";
            default:
                State = space ? state with { Place = state.Place == HtmlPlace.AfterBlock ? HtmlPlace.BeforeAttribute : state.Place }
                    : state with { Place = HtmlPlace.AttributeName, Attribute = Lower(c) };
                return null;
        }
    }

    private string? NextInValue(char c)
    {
        HtmlState state = State;
        bool ends = state.Place switch
        {
            HtmlPlace.DoubleQuoted => c == '"',
            HtmlPlace.SingleQuoted => c == '\'',
            _ => IsSpace(c) || c == '>',
        };
        if (ends)
        {
            State = state with { Place = HtmlPlace.BeforeAttribute, Attribute = "" };
            return c == '>' ? EndTag() : null;
        }
        if (IsScriptType(state)) State = state with { ScriptType = state.ScriptType + c };
        if (!state.HoldsUrl) return null;
        State = state with { Url = state.Url.Next(c, out bool endsOpenScheme) };
        return endsOpenScheme ? "The value before this would become the scheme of the URL: write the scheme out" : null;
    }

    private string? EndTag()
    {
        HtmlState state = State;
        string tag = state.Tag;
        HtmlState start = HtmlState.Start with { Tag = tag, DropsLineEnd = Elements.DropsFirstLineEnd(tag) };
        if (state.IsEndTag) State = HtmlState.Start;
        else if (tag == "script") State = start with { Place = Elements.IsScript(state.ScriptType) ? HtmlPlace.Script : HtmlPlace.RawText };
        else if (Elements.IsRawText(tag)) State = start with { Place = HtmlPlace.RawText };
        else if (Elements.IsRcData(tag)) State = start with { Place = HtmlPlace.RcData };
        else State = start with { Tag = "" };
        return null;
    }

    private void NextInComment(char c)
    {
        HtmlState state = State;
        string pending = state.Pending + c;
        if (state.Place == HtmlPlace.MarkupDeclaration && c == '-')
        {
            // "<!-->" and "<!--->" are whole comments: the opening dashes are remembered as an 'o'.
            State = pending == "--" ? state with { Place = HtmlPlace.Comment, Pending = "o" } : state with { Pending = pending };
        }
        else if (state.Place == HtmlPlace.Comment)
        {
            bool ends = c == '>' && (state.Pending is "o" or "o-" || EndsWith(state.Pending, "--") || EndsWith(state.Pending, "--!"));
            State = ends ? HtmlState.Start : state with { Pending = pending.Length > 3 ? pending.Substring(pending.Length - 3) : pending };
        }
        else
        {
            State = c == '>' ? HtmlState.Start : state with { Place = HtmlPlace.BogusComment, Pending = "" };
        }
    }

    /// <summary>Text of an element that only its own end tag ends (HTML, "RCDATA end tag name state" and its twins).</summary>
    private void NextInElementText(char c, int offset)
    {
        HtmlState state = State with { DropsLineEnd = false };
        if (state.Place == HtmlPlace.Script) state = state with { Script = state.Script.Next(c) };
        string endTag = "</" + state.Tag;
        if (state.Pending == endTag && (IsSpace(c) || c is '/' or '>'))
        {
            State = c == '>' ? HtmlState.Start : HtmlState.Start with { Place = HtmlPlace.BeforeAttribute, Tag = state.Tag, IsEndTag = true };
            return;
        }
        string pending = state.Pending + Lower(c);
        if (state.Pending != endTag && endTag.StartsWith(pending, StringComparison.Ordinal)) State = state with { Pending = pending };
        else State = state with { Pending = c == '<' ? "<" : "" };
        if (c == '<') LastOpening = offset;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static string Lower(char c) => char.ToLowerInvariant(c).ToString();

    private static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);
}
