namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Where in the markup a template is, as a value.</summary>
/// <param name="Place">The tokenizer's state.</param>
/// <param name="Tag">The name of the tag, or of the element whose text this is, in lower case.</param>
/// <param name="IsEndTag">Whether the tag is an end tag.</param>
/// <param name="Attribute">The name of the attribute, in lower case.</param>
/// <param name="Url">Within an attribute that holds a URL, where in it.</param>
/// <param name="Script">Within a script, where in it.</param>
/// <param name="ScriptType">The <c>type</c> of the script element.</param>
/// <param name="Pending">Characters that may become something with the next: an end tag within raw text, the end of a comment.</param>
/// <param name="DropsLineEnd">Right after a start tag that swallows one line end.</param>
internal readonly record struct HtmlState(
    HtmlPlace Place, string Tag, bool IsEndTag, string Attribute, UrlState Url, ScriptState Script, string ScriptType, string Pending,
    bool DropsLineEnd)
{
    public static HtmlState Start => new(HtmlPlace.Text, "", false, "", UrlState.Start, ScriptState.Start, "", "", false);

    public bool IsInTag => Place is HtmlPlace.TagName or HtmlPlace.BeforeAttribute or HtmlPlace.AttributeName or HtmlPlace.AfterAttributeName
        or HtmlPlace.AfterBlock;

    public bool IsInValue => Place is HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted;

    public bool HoldsUrl => Elements.HoldsUrl(Tag, Attribute);

    /// <summary>
    /// The state after a block that started in this one and ended in <paramref name="end"/>, and may run any number of times;
    /// null when it cannot be told what that is.
    /// </summary>
    public HtmlState? Join(HtmlState end)
    {
        if (IsInTag && end.IsInTag) return JoinInTag(end);
        if (Place != end.Place || Pending != end.Pending) return null;
        switch (Place)
        {
            case HtmlPlace.Text: return end with { DropsLineEnd = DropsLineEnd && end.DropsLineEnd };
            case HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted:
                return SameValue(end) ? end with { Url = Url.Join(end.Url) } : null;
            case HtmlPlace.Script: return Script.Meets(end.Script) ? end : null;
            case HtmlPlace.RcData or HtmlPlace.RawText:
                return Tag == end.Tag ? end with { DropsLineEnd = DropsLineEnd && end.DropsLineEnd } : null;
            default: return this == end ? end : null;
        }
    }

    /// <summary>For people: <c>inside the value of href</c>.</summary>
    public string Describe() => Place switch
    {
        HtmlPlace.Text => "between tags",
        HtmlPlace.DoubleQuoted or HtmlPlace.SingleQuoted or HtmlPlace.Unquoted or HtmlPlace.BeforeValue => $"inside the value of '{Attribute}'",
        HtmlPlace.RcData or HtmlPlace.RawText or HtmlPlace.Script => $"inside <{Tag}>",
        HtmlPlace.Comment or HtmlPlace.BogusComment or HtmlPlace.MarkupDeclaration => "inside a comment or declaration",
        HtmlPlace.TagOpen or HtmlPlace.EndTagOpen => "inside a tag",
        _ => $"inside the tag <{(IsEndTag ? "/" : "")}{Tag}>",
    };

    // The type of a script must be the same either way: what is known of it decides how the script is read.
    private bool SameValue(HtmlState end) => Tag == end.Tag && Attribute == end.Attribute && IsEndTag == end.IsEndTag && ScriptType == end.ScriptType;

    private HtmlState? JoinInTag(HtmlState end)
    {
        if (this == end) return end;
        bool sameTag = Tag == end.Tag && IsEndTag == end.IsEndTag && ScriptType == end.ScriptType;
        // A block that starts in the middle of an attribute's name, or whose start tag has no name of its own yet, must not change it.
        bool startsBetween = Place is HtmlPlace.BeforeAttribute or HtmlPlace.AfterAttributeName or HtmlPlace.AfterBlock or HtmlPlace.TagName;
        bool endsInName = end.Place == HtmlPlace.TagName;
        if (!sameTag || !startsBetween || endsInName) return null;
        return end with { Place = HtmlPlace.AfterBlock, Attribute = "" };
    }
}
