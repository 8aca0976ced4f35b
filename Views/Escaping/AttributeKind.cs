namespace Stryke.Web.Views.Escaping;

/// <summary>What the value of an attribute means to a browser.</summary>
internal enum AttributeKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A URL.</summary>
    Url,

    /// <summary>URLs with descriptors and commas between: <c>srcset</c>.</summary>
    UrlSet,

    /// <summary>URLs with spaces between: <c>ping</c>.</summary>
    UrlList,

    /// <summary>Values with semicolons between, each of which an animation may make the target of a link: <c>values</c>.</summary>
    UrlValues,

    /// <summary>Code: script, CSS, or a page of its own.</summary>
    Code,

    /// <summary>A list of archives of an applet, which no browser reads any more.</summary>
    Archive,
}
