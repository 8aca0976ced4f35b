using System.Globalization;

namespace Blog;

/// <summary>Words and dates as the views show them.</summary>
public static class TextHelper
{
    /// <summary>A day as it is read aloud: <c>26 April 2026</c>.</summary>
    public static string Day(DateTime time) => time.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day for machines, as <c>&lt;time datetime&gt;</c> wants it: <c>2026-04-26</c>.</summary>
    public static string IsoDay(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The class of a post's cover: one of six drawings in app.css, and always the same for the same post.</summary>
    public static string Cover(Post post) => $"cover cover-{post.Id % 6}";

    /// <summary>The first letter of a name, for the disc beside a comment.</summary>
    public static string Initial(string name) => name.Length == 0 ? "?" : name[..1].ToUpperInvariant();
}
