using Stryke.Web.Views.Escaping;

namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// Follows a URL through static text and values. <see cref="Seen"/> is what of a scheme or a character reference went by.
/// </summary>
internal readonly record struct UrlState(UrlPart Part, string Seen)
{
    private static readonly string[] Harmless = ["http", "https", "mailto", "tel", "sms", "ftp"];

    public static UrlState Start => new(UrlPart.Start, "");

    /// <summary>In the <c>content</c> of a <c>meta</c> that refreshes: <c>5; url=/posts</c>.</summary>
    public static UrlState Refresh => new(UrlPart.Delay, "");

    private static UrlState Open => new(UrlPart.Open, "");

    /// <summary>What a value is escaped for here; null where none may stand.</summary>
    public HtmlEscape? Escape(AttributeKind kind)
    {
        if (Part == UrlPart.Opaque || (Part == UrlPart.Delay && !IsAtUrl))
            return null;
        if (kind == AttributeKind.UrlValues)
            return HtmlEscape.UrlValues;
        return Part switch
        {
            UrlPart.Path => HtmlEscape.UrlPath,
            UrlPart.Query or UrlPart.Descriptor => HtmlEscape.UrlPart,
            _ => kind switch
            {
                AttributeKind.UrlSet => HtmlEscape.UrlSet,
                AttributeKind.UrlList => HtmlEscape.UrlList,
                _ => HtmlEscape.Url,
            },
        };
    }

    public UrlState AfterValue() => Part is UrlPart.Path or UrlPart.Query or UrlPart.Descriptor or UrlPart.Opaque ? this : Open;

    /// <summary>
    /// One static character. <paramref name="endsOpenScheme"/> when it would make a scheme of a value that was only known not to
    /// hold one: <c>href="&lt;%= a %&gt;:b"</c>.
    /// </summary>
    public UrlState Next(AttributeKind kind, char c, out bool endsOpenScheme)
    {
        endsOpenScheme = false;
        if (kind != AttributeKind.Url && NextOfList(kind, c) is { } next)
            return next;
        switch (Part)
        {
            case UrlPart.Start or UrlPart.Scheme:
                return NextOfScheme(c);
            case UrlPart.Open:
                return NextOfOpen(c, out endsOpenScheme);
            case UrlPart.OpenReference:
                return NextOfReference(c, out endsOpenScheme);
            case UrlPart.ItemReference:
                return NextOfItemReference(c);
            case UrlPart.Delay:
                return NextOfDelay(c);
            case UrlPart.Comma:
                return new UrlState(UrlPart.Path, "");
            case UrlPart.Path when c is '?' or '#':
                return new UrlState(UrlPart.Query, "");
            default:
                return this;
        }
    }

    /// <summary>In a list, what a further turn of a loop starts with may be a URL of its own.</summary>
    public UrlState EnterLoop(AttributeKind kind) =>
        kind is AttributeKind.UrlSet or AttributeKind.UrlList && Part is not (UrlPart.Start or UrlPart.Opaque) ? Open : this;

    /// <summary>
    /// What is known after a block that may or may not have run, or ran several times. The stricter of the two: a value that could
    /// be the start of the URL is filtered like one.
    /// </summary>
    public UrlState Join(UrlState other)
    {
        if (this == other)
            return this;
        if (Part is UrlPart.Opaque or UrlPart.Delay || other.Part is UrlPart.Opaque or UrlPart.Delay)
            return new UrlState(UrlPart.Opaque, "");
        if (Part is UrlPart.Path or UrlPart.Query && other.Part is UrlPart.Path or UrlPart.Query)
            return new UrlState(UrlPart.Query, "");
        return Open;
    }

    /// <summary>What a separator makes of a list; null for any other character.</summary>
    private UrlState? NextOfList(AttributeKind kind, char c)
    {
        bool space = c is ' ' or '\t' or '\n' or '\r' or '\f';
        switch (kind)
        {
            case AttributeKind.UrlSet when Part == UrlPart.Start:
                return space || c == ',' ? Start : null;
            case AttributeKind.UrlSet when c == ',' && Part == UrlPart.Opaque:
                return this;
            case AttributeKind.UrlSet when c == ',':
                return Part == UrlPart.Descriptor ? Start : new UrlState(UrlPart.Comma, "");
            case AttributeKind.UrlSet when space:
                return Part == UrlPart.Comma ? Start : new UrlState(UrlPart.Descriptor, "");
            case AttributeKind.UrlSet when Part == UrlPart.Descriptor:
                return c == '&' ? new UrlState(UrlPart.ItemReference, "") : this;
            case AttributeKind.UrlList when space:
                return Start;
            case AttributeKind.UrlValues when c == ';' && Part != UrlPart.OpenReference && Part != UrlPart.ItemReference:
                return Start;
        }
        return c == '&' && Part is UrlPart.Path or UrlPart.Query or UrlPart.Comma ? new UrlState(UrlPart.ItemReference, "") : null;
    }

    private UrlState NextOfItemReference(char c)
    {
        if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z')
            return new UrlState(UrlPart.ItemReference, Seen + c);
        // "&amp;b" and "&b" are an ampersand; anything else may be a space, a comma or a semicolon.
        return (c == ';' && Seen == "amp") || c is not (';' or '#') ? new UrlState(UrlPart.Query, "") : Open;
    }

    /// <summary>Whether the URL of a refresh starts here (HTML, "Shared declarative refresh steps").</summary>
    private bool IsAtUrl
    {
        get
        {
            string before = Seen.TrimEnd();
            if (before.EndsWith("'", StringComparison.Ordinal) || before.EndsWith("\"", StringComparison.Ordinal))
                before = before.Substring(0, before.Length - 1).TrimEnd();
            if (!before.EndsWith("=", StringComparison.Ordinal))
                return false;
            return before.Substring(0, before.Length - 1).TrimEnd().EndsWith("url", StringComparison.OrdinalIgnoreCase);
        }
    }

    private UrlState NextOfDelay(char c)
    {
        if (c == '&')
            return new UrlState(UrlPart.Opaque, "");
        bool goesOn = !IsAtUrl || c <= ' ' || c is '\'' or '"';
        return goesOn ? this with { Seen = Seen + c } : Start.NextOfScheme(c);
    }

    private UrlState NextOfScheme(char c)
    {
        // The WHATWG URL parser drops leading controls and spaces, and tabs and line ends anywhere.
        if (c <= ' ')
            return this;
        switch (c)
        {
            case '/':
                return new UrlState(UrlPart.Path, "");
            case '?' or '#':
                return new UrlState(UrlPart.Query, "");
            // A character reference could spell anything, a colon for one.
            case '&':
                return new UrlState(UrlPart.Opaque, "");
            case ':':
                return Seen.Length == 0 || Harmless.Contains(Seen) ? new UrlState(UrlPart.Path, "") : new UrlState(UrlPart.Opaque, Seen);
            default:
                bool letter = c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
                bool goesOn = letter || (Seen.Length > 0 && c is >= '0' and <= '9' or '+' or '-' or '.');
                return goesOn ? new UrlState(UrlPart.Scheme, Seen + char.ToLowerInvariant(c)) : new UrlState(UrlPart.Path, "");
        }
    }

    private UrlState NextOfOpen(char c, out bool endsOpenScheme)
    {
        endsOpenScheme = c == ':';
        return c switch
        {
            '/' or ':' => new UrlState(UrlPart.Path, ""),
            '?' or '#' => new UrlState(UrlPart.Query, ""),
            '&' => new UrlState(UrlPart.OpenReference, ""),
            _ => this,
        };
    }

    private UrlState NextOfReference(char c, out bool endsOpenScheme)
    {
        endsOpenScheme = (c == '#' && Seen.Length == 0) || (c == ';' && Seen == "colon");
        if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z')
            return new UrlState(UrlPart.OpenReference, Seen + c);
        // "&amp;b" and "&b" alike: the value held the question mark.
        return new UrlState(UrlPart.Query, "");
    }
}
