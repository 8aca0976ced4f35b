using System.Globalization;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>
/// The four kinds of date and time (RFC 3339 with TOML's local forms). Fractions are kept to 100 ns; TOML asks for milliseconds and
/// lets the rest be cut.
/// </summary>
internal static class TomlDates
{
    private const string DateForm = "yyyy-MM-dd";
    private static readonly int TimeLength = "07:32:00".Length;

    /// <summary>Whether it looks like a date and nothing more, behind which a space and a time may stand.</summary>
    public static bool IsDate(ReadOnlySpan<char> word) => word.Length == DateForm.Length && LooksLikeDate(word);

    public static bool LooksLikeDate(ReadOnlySpan<char> word) =>
        word.Length >= DateForm.Length && char.IsAsciiDigit(word[0]) && word[4] == '-' && word[7] == '-';

    public static bool LooksLikeTime(ReadOnlySpan<char> word) => word.Length > 2 && char.IsAsciiDigit(word[0]) && word[2] == ':';

    /// <returns>
    /// A <see cref="DateTimeOffset"/>, <see cref="DateTime"/>, <see cref="DateOnly"/> or <see cref="TimeOnly"/>; null when the word is none.
    /// </returns>
    public static object? Parse(ReadOnlySpan<char> word)
    {
        if (LooksLikeTime(word)) return ParseTime(word) is { } alone ? alone : null;
        if (ParseDate(word[..DateForm.Length]) is not { } date) return null;
        ReadOnlySpan<char> rest = word[DateForm.Length..];
        if (rest.IsEmpty) return date;
        if (rest[0] is not ('T' or 't' or ' ')) return null;
        rest = rest[1..];

        int zone = rest.IndexOfAny("Zz+-");
        if (ParseTime(zone < 0 ? rest : rest[..zone]) is not { } time) return null;
        if (zone < 0) return date.ToDateTime(time);
        if (ParseOffset(rest[zone..]) is not { } offset) return null;
        try
        {
            return new DateTimeOffset(date.ToDateTime(time), offset);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // an offset beyond 14 hours, or a moment before the year 1 in UTC
        }
    }

    private static DateOnly? ParseDate(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    private static TimeOnly? ParseTime(ReadOnlySpan<char> text)
    {
        if (text.Length < TimeLength) return null;
        if (Exact(text[..TimeLength], "HH:mm:ss") is not { } time) return null;
        ReadOnlySpan<char> fraction = text[TimeLength..];
        if (fraction.IsEmpty) return time;
        if (fraction[0] != '.' || fraction.Length < 2 || fraction[1..].ContainsAnyExceptInRange('0', '9')) return null;
        long ticks = 0, unit = TimeSpan.TicksPerSecond;
        foreach (char c in fraction[1..])
        {
            unit /= 10;
            ticks += (c - '0') * unit;
        }
        return new TimeOnly(time.Ticks + ticks);
    }

    private static TimeSpan? ParseOffset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z") return TimeSpan.Zero;
        if (Exact(text[1..], "HH:mm") is not { } offset) return null;
        return text[0] == '-' ? -offset.ToTimeSpan() : offset.ToTimeSpan();
    }

    private static TimeOnly? Exact(ReadOnlySpan<char> text, string form) =>
        TimeOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;
}
