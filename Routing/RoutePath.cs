using System.Globalization;
using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Routing;

/// <summary>Turns values into parts of a path; the generated <c>Paths</c> are made with it.</summary>
public static class RoutePath
{
    /// <summary>One segment: percent-encoded, a slash within it, too, so that it stays one (RFC 3986 §3.3).</summary>
    /// <exception cref="ArgumentException">It is empty or made of dots only: no path can hold such a segment as a value.</exception>
    public static string Segment(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // RFC 3986 §5.2.4: browsers take "." and ".." as steps, even percent-encoded; an empty segment would be another route.
        if (value is "" or "." or "..") throw new ArgumentException($"\"{value}\" cannot be a segment of a path.", nameof(value));
        return PercentEncoding.Encode(value);
    }

    /// <summary>One segment from a number.</summary>
    public static string Segment(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>One segment from an id.</summary>
    public static string Segment(Guid value) => value.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The rest of a path, for a glob: its slashes stay, its segments are percent-encoded.</summary>
    /// <exception cref="ArgumentException">A segment of it is empty or made of dots only.</exception>
    public static string Rest(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder(value.Length);
        foreach (Range range in value.AsSpan().Split('/'))
        {
            if (text.Length > 0) text.Append('/');
            text.Append(Segment(value[range]));
        }

        return text.ToString();
    }
}
