using System.Buffers;

namespace Stryke.Web.Views.Escaping;

/// <summary>
/// Which URLs a value may put where a link is followed or a resource loaded. A scheme is only let through when it is known to
/// be harmless, so that <c>javascript:</c>, <c>data:</c>, <c>vbscript:</c>, and what browsers make of them with tabs inside, never get
/// there.
/// </summary>
internal static class UrlFilter
{
    private static readonly string[] Harmless = ["http", "https", "mailto", "tel", "sms", "ftp"];

    private static readonly SearchValues<char> EndsScheme = SearchValues.Create(":/?#");

    /// <summary>What is written in place of a URL that is not let through: a link to nowhere.</summary>
    public static ReadOnlySpan<byte> Blocked => "#blocked-url"u8;

    /// <summary>Whether the URL has no scheme, or a harmless one.</summary>
    public static bool IsHarmless(ReadOnlySpan<char> url)
    {
        // RFC 3986 §4.2: a relative reference has no colon before its first slash, question mark or hash.
        int end = url.IndexOfAny(EndsScheme);
        if (end < 0 || url[end] != ':')
            return true;
        foreach (string scheme in Harmless)
        {
            if (url[..end].Equals(scheme, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
