namespace Stryke.Web.Compiler.Views.Html;

/// <summary>Where in a URL a template is.</summary>
internal enum UrlPart
{
    /// <summary>Nothing written yet.</summary>
    Start,

    /// <summary>Static characters that could be a scheme.</summary>
    Scheme,

    /// <summary>After a value; a scheme may or may not have gone by.</summary>
    Open,

    /// <summary>After a value and the <c>&amp;</c> of a character reference (or of a query).</summary>
    OpenReference,

    /// <summary>After a scheme that is known to be harmless, or after a slash.</summary>
    Path,

    /// <summary>After a question mark or a hash.</summary>
    Query,

    /// <summary>In a list, after the <c>&amp;</c> of a character reference, which may be a separator.</summary>
    ItemReference,

    /// <summary>In <c>srcset</c>, after a comma, which ends a URL if a space follows.</summary>
    Comma,

    /// <summary>In <c>srcset</c>, after a URL and a space.</summary>
    Descriptor,

    /// <summary>In a <c>meta</c> that refreshes, before its URL.</summary>
    Delay,

    /// <summary>After a scheme that runs what follows it, or one that cannot be told.</summary>
    Opaque,
}
