using System.Globalization;
using Stryke.Web.Http;

namespace Stryke.Web.Routing;

/// <summary>Turns values into parts of a path; the generated <c>Paths</c> are made with it.</summary>
public static class RoutePath
{
    /// <summary>One segment: percent-encoded, a slash within it, too, so that it stays one (RFC 3986 §3.3).</summary>
    /// <remarks>
    /// Three texts are no address, whatever is done to them: nothing at all, and <c>.</c> and <c>..</c>, which browsers take for steps
    /// even when encoded (RFC 3986 §5.2.4; URL Standard, "double-dot path segment"). A list with such a link among others is shown all the
    /// same; only that link leads elsewhere. Where visitors choose the text, refuse these three when it is saved.
    /// </remarks>
    public static string Segment(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value switch
        {
            "." => "%2E",
            ".." => "%2E%2E",
            _ => PercentEncoding.Encode(value),
        };
    }

    /// <summary>One segment from a number.</summary>
    public static string Segment(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>One segment from an id.</summary>
    public static string Segment(Guid value) => value.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The rest of a path, for a glob: its slashes stay, its segments are percent-encoded as by
    /// <see cref="Segment(string)"/>.</summary>
    public static string Glob(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Join('/', value.Split('/').Select(Segment));
    }
}
