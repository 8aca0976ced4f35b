namespace Stryke.Web.Compiler.Views.Html;

/// <summary>What the names of elements and attributes mean for escaping.</summary>
internal static class Elements
{
    private static readonly string[] RawText = ["style", "xmp", "iframe", "noembed", "noframes", "plaintext"];

    private static readonly string[] UrlAttributes =
    [
        "href", "src", "action", "formaction", "data", "poster", "cite", "background", "longdesc", "manifest", "codebase", "classid",
        "archive", "lowsrc", "dynsrc", "profile", "usemap", "icon", "xlink:href", "xml:base",
    ];

    // SVG's animations can set a link's target.
    private static readonly string[] Animations = ["animate", "set", "animatetransform", "animatemotion"];

    /// <summary>Elements whose text a parser takes as it is (HTML, "Parsing HTML fragments").</summary>
    public static bool IsRawText(string tag) => RawText.Contains(tag);

    public static bool IsRcData(string tag) => tag is "title" or "textarea";

    /// <summary>Elements after whose start tag a parser drops one line end.</summary>
    public static bool DropsFirstLineEnd(string tag) => tag is "textarea" or "pre" or "listing";

    public static bool HoldsUrl(string tag, string attribute) => UrlAttributes.Contains(attribute)
        || (attribute is "to" or "from" or "by" or "values" && Animations.Contains(tag));

    public static bool IsEventHandler(string attribute) => attribute.StartsWith("on", StringComparison.Ordinal);

    /// <summary>Whether a script of that type is JavaScript or JSON, and not a block of data in some other language.</summary>
    public static bool IsScript(string type)
    {
        string name = type.Trim().ToLowerInvariant();
        return name is "" or "module" or "importmap" or "speculationrules" or "text/javascript" or "application/javascript"
            or "text/ecmascript" or "application/ecmascript" || name.EndsWith("json", StringComparison.Ordinal);
    }
}
