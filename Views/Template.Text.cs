using System.Globalization;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Views;

/// <content>Words, numbers and times for people.</content>
public abstract partial class Template
{
    /// <summary><c>1 comment</c>, <c>3 comments</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="singular">The word for one.</param>
    /// <param name="plural">The word for any other number; by the rules of English when null.</param>
    protected static string Pluralize(long count, string singular, string? plural = null) => Words.Count(count, singular, plural);

    /// <summary>Cuts text that is too long at a space, where there is one, and says that it did.</summary>
    /// <param name="text">Any text; null is empty.</param>
    /// <param name="length">How many characters may be left, with the omission.</param>
    /// <param name="omission">What stands in place of the rest.</param>
    protected static string Truncate(string? text, int length = 30, string omission = "…") => Words.Truncate(text, length, omission);

    /// <summary><c>one</c>, <c>one and two</c>, <c>one, two and three</c>.</summary>
    /// <param name="items">The items.</param>
    protected static string ToSentence(IReadOnlyList<string> items) => Words.Sentence(items);

    /// <summary><c>1,234,567</c>.</summary>
    /// <param name="number">The number.</param>
    protected static string NumberWithDelimiter(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>
    /// Classes that depend on something: <c>class="&lt;%= Classes(("post", true), ("draft", !post.Published)) %&gt;"</c>.
    /// </summary>
    /// <param name="classes">Each with whether it applies.</param>
    protected static string Classes(params ReadOnlySpan<(string Name, bool Applies)> classes)
    {
        string all = "";
        foreach ((string name, bool applies) in classes)
        {
            if (applies)
                all = all.Length == 0 ? name : $"{all} {name}";
        }
        return all;
    }

    /// <summary>How long ago (or how soon) a time is, in words, in a <c>time</c> element that carries it exactly.</summary>
    /// <param name="time">The time; one that does not say its zone is UTC.</param>
    protected Html TimeAgo(DateTime time)
    {
        var utc = UtcTime.Of(time);
        var tag = BeginFragment(out int start);
        tag.Literal("<time datetime=\""u8);
        tag.Attribute(utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        tag.Literal("\">"u8);
        tag.Text(Words.TimeAgo(Request.UtcNow - utc));
        tag.Literal("</time>"u8);
        return EndFragment(start);
    }

    /// <summary>Plain text as paragraphs: an empty line starts the next, a single line end is a break. The text is escaped.</summary>
    /// <param name="text">Any text; null is empty.</param>
    protected Html SimpleFormat(string? text)
    {
        var markup = BeginFragment(out int start);
        Paragraphs.Write(markup, text);
        return EndFragment(start);
    }
}
