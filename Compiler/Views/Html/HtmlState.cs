using Stryke.Web.Compiler.Views.Scripts;
using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Where in the markup a template is, as a value.</summary>
/// <param name="Place">The tokenizer's state.</param>
/// <param name="Tag">The name of the tag, or of the element whose text this is, in lower case.</param>
/// <param name="IsEndTag">Whether the tag is an end tag.</param>
/// <param name="SelfCloses">Whether a slash was the last of the tag.</param>
/// <param name="Attribute">The name of the attribute, in lower case.</param>
/// <param name="Url">Within an attribute that holds URLs, where in it.</param>
/// <param name="Meta">Within a <c>meta</c>, what is known of it.</param>
/// <param name="ScriptType">The <c>type</c> of the script element; null while it has none.</param>
/// <param name="Script">Within a script, where in it.</param>
/// <param name="Text">Within text that only an end tag ends, what of one went by.</param>
/// <param name="Pending">Within a comment or a declaration, what may start or end it with the next character.</param>
/// <param name="Foreign">Within SVG or MathML, where in it.</param>
/// <param name="DropsLineEnd">Right after a start tag that swallows one line end.</param>
internal readonly record struct HtmlState(
    HtmlPlace Place,
    string Tag,
    bool IsEndTag,
    bool SelfCloses,
    string Attribute,
    UrlState Url,
    MetaTag Meta,
    string? ScriptType,
    ScriptState Script,
    ElementText Text,
    string Pending,
    ForeignContent Foreign,
    bool DropsLineEnd
)
{
    public static HtmlState Start =>
        new(
            HtmlPlace.Text,
            "",
            false,
            false,
            "",
            UrlState.Start,
            MetaTag.None,
            null,
            ScriptState.Start(ScriptKind.Classic),
            ElementText.Start,
            "",
            ForeignContent.None,
            false
        );

    public bool IsInTag =>
        Place
            is HtmlPlace.TagName
                or HtmlPlace.BeforeAttribute
                or HtmlPlace.AttributeName
                or HtmlPlace.AfterAttributeName
                or HtmlPlace.AfterBlock;

    public bool IsInValue => Place is HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted;

    /// <summary>What the attribute's value means.</summary>
    public AttributeKind Kind => IsRefresh ? AttributeKind.Url : AttributeKinds.Of(Tag, Attribute);

    /// <summary>Whether the value is where a <c>meta</c> leads to.</summary>
    public bool IsRefresh => Meta.MayRefresh && IsMeta("content");

    /// <summary>From where on it is not known how the script is read; null while that is known.</summary>
    public ScriptDoubt? Doubt => Place == HtmlPlace.Script ? Script.Doubt : null;

    public bool IsMeta(string attribute) => Tag == "meta" && Attribute == attribute;

    /// <summary>The state at another place, with nothing known but what the place stands in.</summary>
    public HtmlState At(HtmlPlace place, string tag = "") => Start with { Place = place, Tag = tag, Foreign = Foreign };

    /// <summary>The state at the start of a block that may run any number of times.</summary>
    public HtmlState EnterLoop() =>
        Place switch
        {
            HtmlPlace.Script => this with { Script = Script.EnterLoop() },
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted => this with { Url = Url.EnterLoop(Kind) },
            _ => this,
        };

    /// <summary>
    /// The state after a block that started in this one and ended in <paramref name="end"/>, and may run any number of times if it
    /// <paramref name="repeats"/>; null when it cannot be told what that is.
    /// </summary>
    public HtmlState? Join(HtmlState end, bool repeats = false)
    {
        if (IsInTag && end.IsInTag)
            return JoinInTag(end);
        if (Place != end.Place || Pending != end.Pending || Text != end.Text || Foreign != end.Foreign)
            return null;
        switch (Place)
        {
            case HtmlPlace.Text:
                return end with { DropsLineEnd = DropsLineEnd && end.DropsLineEnd };
            case HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted:
                return SameValue(end) ? end with { Url = Url.Join(end.Url), Meta = Meta.Join(end.Meta) } : null;
            case HtmlPlace.Script:
                return Script.Join(end.Script, repeats) is { } script ? end with { Script = script } : null;
            case HtmlPlace.RcData or HtmlPlace.RawText:
                return Tag == end.Tag ? end with { DropsLineEnd = DropsLineEnd && end.DropsLineEnd } : null;
            default:
                return this == end ? end : null;
        }
    }

    /// <summary>For people: <c>inside the value of href</c>.</summary>
    public string Describe() =>
        Place switch
        {
            HtmlPlace.Text => Foreign.IsForeign ? "between tags of SVG or MathML" : "between tags",
            HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted or HtmlPlace.Unquoted or HtmlPlace.BeforeValue =>
                $"inside the value of '{Attribute}'",
            HtmlPlace.RcData or HtmlPlace.RawText or HtmlPlace.Script => $"inside <{Tag}>",
            HtmlPlace.Comment or HtmlPlace.BogusComment or HtmlPlace.MarkupDeclaration or HtmlPlace.CData =>
                "inside a comment or declaration",
            HtmlPlace.TagOpen or HtmlPlace.EndTagOpen => "inside a tag",
            _ => $"inside the tag <{(IsEndTag ? "/" : "")}{Tag}>",
        };

    // The type of a script must be the same either way: what is known of it decides how the script is read.
    private bool SameValue(HtmlState end) =>
        Tag == end.Tag && Attribute == end.Attribute && IsEndTag == end.IsEndTag && ScriptType == end.ScriptType;

    private HtmlState? JoinInTag(HtmlState end)
    {
        if (this == end)
            return end;
        bool sameTag = Tag == end.Tag && IsEndTag == end.IsEndTag && ScriptType == end.ScriptType;
        // A block that starts in the middle of an attribute's name, or whose start tag has no name of its own yet, must not change it.
        bool startsBetween =
            Place is HtmlPlace.BeforeAttribute or HtmlPlace.AfterAttributeName or HtmlPlace.AfterBlock or HtmlPlace.TagName;
        bool endsInName = end.Place == HtmlPlace.TagName;
        if (!sameTag || !startsBetween || endsInName)
            return null;
        return end with { Place = HtmlPlace.AfterBlock, Attribute = "", Meta = Meta.Join(end.Meta) };
    }
}
