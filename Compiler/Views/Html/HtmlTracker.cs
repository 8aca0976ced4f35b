using Stryke.Web.Compiler.Views.Reporting;
using Stryke.Web.Compiler.Views.Scripts;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// Runs the static text of a template through the states of the HTML tokenizer (HTML, "Tokenization") and says, at each value, how
/// it must be escaped there, or why it must not stand there. It decides by what a browser will read, not by what looks likely.
/// </summary>
internal sealed partial class HtmlTracker
{
    public HtmlState State { get; set; } = HtmlState.Start;

    /// <summary>The offset of the last character that opened a tag, a comment or a declaration.</summary>
    public int LastOpening { get; private set; }

    /// <summary>One static character at <paramref name="offset"/>. Returns what is wrong with it, or null.</summary>
    public MarkupProblem? Next(char c, int offset)
    {
        var state = State;
        switch (state.Place)
        {
            case HtmlPlace.Text:
                if (c == '<')
                    LastOpening = offset;
                State = state.At(c == '<' ? HtmlPlace.TagOpen : HtmlPlace.Text);
                return null;
            case HtmlPlace.TagOpen:
                NextAfterTagOpen(c, offset);
                return null;
            case HtmlPlace.EndTagOpen:
                State =
                    IsLetter(c) ? state.At(HtmlPlace.TagName, Lower(c).ToString()) with { IsEndTag = true }
                    : c == '>' ? state.At(HtmlPlace.Text)
                    : state with { Place = HtmlPlace.BogusComment };
                return null;
            case HtmlPlace.MarkupDeclaration or HtmlPlace.Comment or HtmlPlace.BogusComment or HtmlPlace.CData:
                return NextInComment(c);
            case HtmlPlace.RcData or HtmlPlace.RawText or HtmlPlace.Script:
                NextInElementText(c, offset);
                return null;
            case HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted or HtmlPlace.Unquoted:
                return NextInValue(c);
            default:
                return NextInTag(c);
        }
    }

    /// <summary>A value: how it is escaped; or, in <paramref name="refusal"/>, why it must not stand here.</summary>
    public HtmlEscape Value(out string? refusal)
    {
        var state = State;
        var escape = state.Place switch
        {
            HtmlPlace.Text => state.Foreign.IsScript || state.Foreign.IsStyle ? null : HtmlEscape.Text,
            // Half an end tag before the value: the value could complete it.
            HtmlPlace.RcData when state.Text.Pending.Length == 0 => HtmlEscape.Text,
            HtmlPlace.Script => EscapeInScript(state),
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => EscapeInValue(state),
            _ => null,
        };
        AfterValue(state.Script.AfterValue());
        refusal = escape is null ? Refusals.Explain(state) : null;
        return escape ?? HtmlEscape.None;
    }

    /// <summary>A value that is written as it is: whole markup, code or text, of which no more is known.</summary>
    public void RawValue() => AfterValue(State.Script.AfterRaw());

    private void AfterValue(ScriptState script)
    {
        var state = State;
        State = state.Place switch
        {
            HtmlPlace.Script => state with { Script = script, Text = state.Text.AfterValue() },
            HtmlPlace.RcData or HtmlPlace.RawText => state with { Text = state.Text.AfterValue(), DropsLineEnd = false },
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => AfterValueOf(state),
            _ => state with { DropsLineEnd = false },
        };
    }

    private static HtmlState AfterValueOf(HtmlState state)
    {
        // A script whose type is only known at run time is of no type that is known now.
        if (IsScriptType(state))
            return state with { ScriptType = "?" + state.ScriptType };
        if (state.IsMeta("http-equiv"))
            return state with { Meta = state.Meta with { MayRefresh = true } };
        if (state.IsMeta("content") && !state.IsRefresh)
            return state with { Meta = state.Meta with { HoldsText = true } };
        return state with { Url = state.Url.AfterValue() };
    }

    private static HtmlEscape? EscapeInScript(HtmlState state)
    {
        if (state.Text.Level != ScriptLevel.Plain)
            return null;
        return state.Script.Slot switch
        {
            // No value of its own starts like the rest of an end tag.
            ScriptSlot.Value when state.Text.Pending.Length <= 1 => HtmlEscape.Script,
            ScriptSlot.String when state.Text.Pending.Length == 0 => HtmlEscape.ScriptString,
            _ => null,
        };
    }

    private static HtmlEscape? EscapeInValue(HtmlState state) =>
        state.Kind switch
        {
            AttributeKind.Code or AttributeKind.Archive => null,
            AttributeKind.Text => state.IsMeta("http-equiv") && state.Meta.HoldsText ? null : HtmlEscape.Attribute,
            AttributeKind kind => state.Url.Escape(kind),
        };

    private static bool IsScriptType(HtmlState state) => state is { Tag: "script", Attribute: "type" };

    private void NextAfterTagOpen(char c, int offset)
    {
        if (c == '<')
            LastOpening = offset;
        State = c switch
        {
            '/' => State with { Place = HtmlPlace.EndTagOpen },
            '!' => State with { Place = HtmlPlace.MarkupDeclaration },
            '?' => State with { Place = HtmlPlace.BogusComment },
            '<' => State,
            _ when IsLetter(c) => State with { Place = HtmlPlace.TagName, Tag = Lower(c).ToString() },
            _ => State.At(HtmlPlace.Text),
        };
    }

    private MarkupProblem? NextInTag(char c)
    {
        var state = State;
        bool space = IsSpace(c);
        if (state.Place == HtmlPlace.AttributeName && (space || c is '=' or '/' or '>'))
            state = EndName(state);
        if (c == '>')
            return EndTag(state);
        if (state.Place == HtmlPlace.BeforeValue)
            return space ? null : StartValue(state, c);
        state = state with { SelfCloses = c == '/' };
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
                State = state with { Place = HtmlPlace.AttributeName, Attribute = Lower(c).ToString() };
                return Uneven("What the block before may write would run into this: put a space between them");
            default:
                State = space
                    ? state with
                    {
                        Place = state.Place == HtmlPlace.AfterBlock ? HtmlPlace.BeforeAttribute : state.Place,
                    }
                    : state with
                    {
                        Place = HtmlPlace.AttributeName,
                        Attribute = Lower(c).ToString(),
                    };
                return null;
        }
    }

    // Of two attributes of one name the first counts; one without a value has an empty one.
    private static HtmlState EndName(HtmlState state) =>
        IsScriptType(state) ? state with { ScriptType = state.ScriptType is { } first ? "?" + first : "" } : state;

    private MarkupProblem? StartValue(HtmlState state, char c)
    {
        State = state with
        {
            Place =
                c == '"' ? HtmlPlace.DoubleQuoted
                : c == '\'' ? HtmlPlace.SingleQuoted
                : HtmlPlace.Unquoted,
            Url = state.IsRefresh ? UrlState.Refresh : UrlState.Start,
            SelfCloses = false,
        };
        return State.Place == HtmlPlace.Unquoted ? NextInValue(c) : null;
    }

    private MarkupProblem? NextInValue(char c)
    {
        var state = State;
        bool ends = state.Place switch
        {
            HtmlPlace.DoubleQuoted => c == '"',
            HtmlPlace.SingleQuoted => c == '\'',
            _ => IsSpace(c) || c == '>',
        };
        if (ends)
            return EndValue(state, c);
        if (IsScriptType(state))
        {
            State = state with { ScriptType = state.ScriptType + c };
        }
        else if (state.IsMeta("http-equiv"))
        {
            State = state with { Meta = state.Meta.Next(Lower(c)) };
        }
        else if (state.Kind is not (AttributeKind.Text or AttributeKind.Code or AttributeKind.Archive))
        {
            State = state with { Url = state.Url.Next(state.Kind, c, out bool endsOpenScheme) };
            if (endsOpenScheme)
                return Uneven("The value before this would become the scheme of the URL: write the scheme out");
        }
        return null;
    }

    private MarkupProblem? EndValue(HtmlState state, char c)
    {
        var meta = state.IsMeta("http-equiv") ? state.Meta.End() : state.Meta;
        State = state with { Place = HtmlPlace.BeforeAttribute, Attribute = "", Meta = meta };
        var problem = c == '>' ? EndTag(State) : null;
        return meta.IsUnsafe && state.IsMeta("http-equiv")
            ? new MarkupProblem(
                ViewsDiagnostics.UnsafePlace,
                "into 'content' before 'http-equiv', which makes a URL of it: write 'http-equiv' first"
            )
            : problem;
    }

    private MarkupProblem? EndTag(HtmlState state)
    {
        string tag = state.Tag;
        if (state.IsEndTag)
        {
            State = (state with { Foreign = state.Foreign.Leave(tag) }).At(HtmlPlace.Text);
            return null;
        }
        var outside = state.Foreign.Before(tag);
        State = (state with { Foreign = outside.IsForeign && state.SelfCloses ? outside : state.Foreign.Enter(tag) }).At(HtmlPlace.Text);
        if (state.SelfCloses && tag is "svg" or "math")
            State = State with { Foreign = outside };
        if (outside.IsForeign)
        {
            return outside.IsUnknown && Elements.HasOwnText(tag) ? new MarkupProblem(ViewsDiagnostics.AmbiguousElement, tag) : null;
        }
        var inside = State with { Tag = tag, DropsLineEnd = Elements.DropsFirstLineEnd(tag) };
        if (tag == "script")
        {
            State = Elements.KindOf(state.ScriptType ?? "") is { } kind
                ? inside with
                {
                    Place = HtmlPlace.Script,
                    Script = ScriptState.Start(kind),
                }
                : inside with
                {
                    Place = HtmlPlace.RawText,
                };
        }
        else if (Elements.IsRawText(tag))
        {
            State = inside with { Place = HtmlPlace.RawText };
        }
        else if (Elements.IsRcData(tag))
        {
            State = inside with { Place = HtmlPlace.RcData };
        }
        else
        {
            State = inside with { Tag = "" };
        }

        return null;
    }

    private static MarkupProblem Uneven(string text) => new(ViewsDiagnostics.UnevenBlock, text);

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

    private static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);
}
