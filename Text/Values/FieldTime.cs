using System.Globalization;

namespace Stryke.Web.Text.Values;

/// <summary>
/// A time as a field of a form shows it: in <see cref="AppTimeZone"/>, without its offset, and in milliseconds at most, because a browser
/// empties a <c>datetime-local</c> field whose value has more digits (HTML §2.3.5.4: one, two or three).
/// </summary>
public static class FieldTime
{
    /// <summary>
    /// A <i>valid normalized local date and time string</i> (HTML §2.3.5.5): <c>2026-04-26T12:30</c>, <c>2026-04-26T12:30:15.25</c>.
    /// </summary>
    public static string Text(DateTime time)
    {
        var shown = Milliseconds(Clock(time));
        string form = shown.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss.FFF";
        return shown.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>The day: <c>2026-04-26</c>.</summary>
    public static string Day(DateTime time) => ValueWriter.Text(DateOnly.FromDateTime(Clock(time)));

    /// <summary>The step that a field needs to show all of a time: seconds, parts of one, or null where minutes are enough.</summary>
    public static string? Step(DateTime time)
    {
        long ticks = Milliseconds(UtcTime.Of(time)).Ticks;
        return ticks % TimeSpan.TicksPerSecond != 0 ? "0.001"
            : ticks % TimeSpan.TicksPerMinute != 0 ? "1"
            : null;
    }

    /// <summary>
    /// Whether a field that shows <paramref name="time"/> sends this text when nobody touched it. Such a text says less than the time
    /// itself: not the digits below a millisecond, not which of two equal hours when clocks go back, and, of a field for a day, no time.
    /// </summary>
    public static bool IsShownAs(DateTime time, ReadOnlySpan<char> text)
    {
        if (IsoText.Read(text, out WallTime sent) != ValueError.None)
            return false;
        var clock = sent.Offset is { } offset ? WallTime.At(UtcTime.Of(time), offset) : Clock(time);
        return sent.IsDay ? sent.Clock == clock.Date : sent.Clock == clock || sent.Clock == Milliseconds(clock);
    }

    private static DateTime Clock(DateTime time) => WallTime.At(UtcTime.Of(time), AppTimeZone.Current);

    private static DateTime Milliseconds(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));
}
