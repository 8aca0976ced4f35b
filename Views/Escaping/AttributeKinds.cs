namespace Stryke.Web.Views.Escaping;

/// <summary>
/// What attributes mean, in one table for the templates' compiler and for helpers that are given attributes by name (HTML, "Attributes",
/// and SVG 2).
/// </summary>
internal static class AttributeKinds
{
    /// <summary>What the attribute means whatever element it stands on.</summary>
    /// <param name="name">Its name in lower case.</param>
    public static AttributeKind Of(string name) =>
        name switch
        {
            "href"
            or "xlink:href"
            or "src"
            or "action"
            or "formaction"
            or "data"
            or "poster"
            or "cite"
            or "background"
            or "longdesc"
            or "manifest"
            or "codebase"
            or "classid"
            or "lowsrc"
            or "dynsrc"
            or "profile"
            or "usemap"
            or "icon"
            or "xml:base" => AttributeKind.Url,
            "srcset" or "imagesrcset" => AttributeKind.UrlSet,
            "ping" or "attributionsrc" => AttributeKind.UrlList,
            "archive" => AttributeKind.Archive,
            "style" or "srcdoc" => AttributeKind.Code,
            _ => name.StartsWith("on", StringComparison.Ordinal) ? AttributeKind.Code : AttributeKind.Text,
        };

    /// <summary>What the attribute means on that element: SVG's animations can set the target of a link.</summary>
    /// <param name="element">The element's name in lower case.</param>
    /// <param name="name">The attribute's name in lower case.</param>
    public static AttributeKind Of(string element, string name) =>
        name is "to" or "from" or "by" or "values"
        && element is "animate" or "set" or "animatetransform" or "animatemotion" or "animatecolor"
            ? AttributeKind.UrlValues
            : Of(name);
}
