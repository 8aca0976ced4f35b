namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// The open elements that decide whether a tag is one of HTML, or of SVG or MathML, where <c>script</c>, <c>style</c> and <c>title</c> hold
/// markup like any other element (HTML, "The rules for parsing tokens in foreign content").
/// </summary>
/// <param name="Open">A character for each: see <see cref="MarkOf"/>.</param>
internal readonly record struct ForeignContent(string Open)
{
    private const char Svg = 's',
        Math = 'm',
        Script = 'S',
        Style = 'Y',
        Unknown = '?';

    private const string Foreign = "smSY?";

    // The start tags that close what is foreign.
    private static readonly string[] Breakouts =
    [
        "b",
        "big",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "hr",
        "i",
        "img",
        "li",
        "listing",
        "menu",
        "meta",
        "nobr",
        "ol",
        "p",
        "pre",
        "ruby",
        "s",
        "small",
        "span",
        "strong",
        "strike",
        "sub",
        "sup",
        "table",
        "tt",
        "u",
        "ul",
        "var",
    ];

    public static ForeignContent None => new("");

    /// <summary>Whether text here is SVG's or MathML's.</summary>
    public bool IsForeign => Foreign.IndexOf(Top) >= 0;

    /// <summary>Whether that cannot be told.</summary>
    public bool IsUnknown => Top == Unknown;

    public bool IsScript => Top == Script;

    public bool IsStyle => Top == Style;

    private char Top => Open.Length == 0 ? '\0' : Open[Open.Length - 1];

    /// <summary>What a start tag of that name would stand in.</summary>
    public ForeignContent Before(string tag) => Breakouts.Contains(tag) ? BreakOut() : this;

    /// <summary>In the element of that name; the same if it makes no difference.</summary>
    public ForeignContent Enter(string tag)
    {
        var outside = Before(tag);
        char mark = outside.IsForeign
            ? outside.MarkOf(tag)
            : tag switch
            {
                "svg" => Svg,
                "math" => Math,
                _ => '\0',
            };
        return mark == '\0' ? outside : new ForeignContent(outside.Open + mark);
    }

    /// <summary>After the end tag of that name.</summary>
    public ForeignContent Leave(string tag)
    {
        if (tag is "p" or "br")
            return BreakOut();
        char mark = MarkOf(tag);
        int at = mark == '\0' ? -1 : Open.LastIndexOf(mark);
        return at < 0 ? this : new ForeignContent(Open.Substring(0, at));
    }

    private ForeignContent BreakOut() => new(Open.TrimEnd(Svg, Math, Script, Style, Unknown));

    private char MarkOf(string tag) =>
        tag switch
        {
            "svg" => Svg,
            "math" => Math,
            "script" => Script,
            "style" => Style,
            // Within these it is HTML again.
            "foreignobject" when IsWithin(Svg) => 'f',
            "desc" when IsWithin(Svg) => 'd',
            "title" when IsWithin(Svg) => 't',
            "mi" or "mo" or "mn" or "ms" or "mtext" when IsWithin(Math) => tag == "mi" ? '1'
            : tag == "mo" ? '2'
            : tag == "mn" ? '3'
            : tag == "ms" ? '4'
            : '5',
            // HTML or not by its encoding; and an element of old SVG that breaks out if it has certain attributes.
            "annotation-xml" when IsWithin(Math) => Unknown,
            "font" => Unknown,
            _ => '\0',
        };

    private bool IsWithin(char root) => Open.LastIndexOf(root) > Open.LastIndexOf(root == Svg ? Math : Svg);
}
