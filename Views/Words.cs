using Stryke.Web.Text.Words;

namespace Stryke.Web.Views;

/// <summary>Counts, cuts and times in English words. Pure functions, for helpers of the app as for templates.</summary>
public static class Words
{
    /// <summary><c>1 comment</c>, <c>3 comments</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="singular">The word for one.</param>
    /// <param name="plural">The word for any other number; by the rules of English when null.</param>
    public static string Count(long count, string singular, string? plural = null) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{count} {(count is 1 or -1 ? singular : plural ?? Plural(singular))}"
        );

    /// <summary>The plural of an English word: <c>category</c> → <c>categories</c>, <c>person</c> → <c>people</c>.</summary>
    /// <param name="singular">The word for one.</param>
    public static string Plural(string singular) => Inflector.Pluralize(singular);

    /// <summary>Cuts text that is too long at a space, where there is one in its second half, and says that it did.</summary>
    /// <param name="text">Any text; null is empty.</param>
    /// <param name="length">How many UTF-16 units may be left, with the omission.</param>
    /// <param name="omission">What stands in place of the rest.</param>
    public static string Truncate(string? text, int length, string omission = "…")
    {
        if (text is null || text.Length <= length)
            return text ?? "";
        int room = Math.Max(0, length - omission.Length);
        int space = text.AsSpan(0, Math.Min(room + 1, text.Length)).LastIndexOf(' ');
        int cut = space > room / 2 ? space : room;
        if (cut > 0 && char.IsHighSurrogate(text[cut - 1]))
            cut--;
        return string.Concat(text.AsSpan(0, cut), omission);
    }

    /// <summary><c>one</c>, <c>one and two</c>, <c>one, two and three</c>.</summary>
    /// <param name="items">The items.</param>
    public static string Sentence(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
        };

    /// <summary><c>just now</c>, <c>5 minutes ago</c>, <c>in 2 days</c>.</summary>
    /// <param name="passed">The time since; negative for one that is still to come.</param>
    public static string TimeAgo(TimeSpan passed)
    {
        var distance = passed.Duration();
        if (distance < TimeSpan.FromSeconds(45))
            return "just now";
        string words = distance switch
        {
            { TotalMinutes: < 59.5 } => Count((long)Math.Max(1, Math.Round(distance.TotalMinutes)), "minute"),
            { TotalHours: < 23.5 } => Count((long)Math.Round(distance.TotalHours), "hour"),
            { TotalDays: < 29.5 } => Count((long)Math.Round(distance.TotalDays), "day"),
            { TotalDays: < 345 } => Count((long)Math.Round(distance.TotalDays / 30.4), "month"),
            _ => Count((long)Math.Max(1, Math.Round(distance.TotalDays / 365.25)), "year"),
        };
        return passed < TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }
}
