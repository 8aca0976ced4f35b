namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Follows a URL through static text and values. <see cref="Seen"/> is what of a scheme or a character reference went by.</summary>
internal readonly record struct UrlState(UrlPart Part, string Seen)
{
    private static readonly string[] Harmless = ["http", "https", "mailto", "tel", "sms", "ftp"];

    public static UrlState Start => new(UrlPart.Start, "");

    /// <summary>What a value is escaped for here; null where none may stand.</summary>
    public HtmlEscape? Escape => Part switch
    {
        UrlPart.Path => HtmlEscape.UrlPath,
        UrlPart.Query => HtmlEscape.UrlPart,
        UrlPart.Opaque => null,
        _ => HtmlEscape.Url,
    };

    public UrlState AfterValue() => Part is UrlPart.Start or UrlPart.Scheme or UrlPart.OpenReference ? new UrlState(UrlPart.Open, "") : this;

    /// <summary>
    /// One static character. <paramref name="endsOpenScheme"/> when it would make a scheme of a value that was only known not to
    /// hold one: <c>href="&lt;%= a %&gt;:b"</c>.
    /// </summary>
    public UrlState Next(char c, out bool endsOpenScheme)
    {
        endsOpenScheme = false;
        switch (Part)
        {
            case UrlPart.Start or UrlPart.Scheme: return NextOfScheme(c);
            case UrlPart.Open: return NextOfOpen(c, out endsOpenScheme);
            case UrlPart.OpenReference: return NextOfReference(c, out endsOpenScheme);
            case UrlPart.Path when c is '?' or '#': return new UrlState(UrlPart.Query, "");
            default: return this;
        }
    }

    /// <summary>
    /// What is known after a block that may or may not have run, or ran several times. The stricter of the two: a value that could
    /// be the start of the URL is filtered like one.
    /// </summary>
    public UrlState Join(UrlState other)
    {
        if (this == other) return this;
        if (Part == UrlPart.Opaque || other.Part == UrlPart.Opaque) return new UrlState(UrlPart.Opaque, "");
        if (Part is UrlPart.Path or UrlPart.Query && other.Part is UrlPart.Path or UrlPart.Query) return new UrlState(UrlPart.Query, "");
        return new UrlState(UrlPart.Open, "");
    }

    private UrlState NextOfScheme(char c)
    {
        // The WHATWG URL parser drops leading controls and spaces, and tabs and line ends anywhere.
        if (c <= ' ') return this;
        switch (c)
        {
            case '/': return new UrlState(UrlPart.Path, "");
            case '?' or '#': return new UrlState(UrlPart.Query, "");
            // A character reference could spell anything, a colon for one.
            case '&': return new UrlState(UrlPart.Opaque, "");
            case ':': return Seen.Length == 0 || Harmless.Contains(Seen) ? new UrlState(UrlPart.Path, "") : new UrlState(UrlPart.Opaque, Seen);
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
        if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z') return new UrlState(UrlPart.OpenReference, Seen + c);
        // "&amp;b" and "&b" alike: the value held the question mark.
        return new UrlState(UrlPart.Query, "");
    }
}
