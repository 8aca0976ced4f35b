namespace Stryke.Web.Text.Values;

/// <summary>What a clock on a wall shows, somewhere.</summary>
/// <param name="clock">The date and the time of day there.</param>
/// <param name="offset">How far it is ahead of UTC there; null where a zone has to say.</param>
/// <param name="isDay">Whether a date was said and no time.</param>
internal readonly struct WallTime(DateTime clock, TimeSpan? offset, bool isDay)
{
    /// <summary>The date and the time of day, of unspecified kind.</summary>
    public DateTime Clock { get; } = clock;

    public TimeSpan? Offset { get; } = offset;

    public bool IsDay { get; } = isDay;

    /// <summary>What a clock in <paramref name="zone"/> shows at a time. At the ends of the calendar it stays within it.</summary>
    public static DateTime At(DateTime utc, TimeZoneInfo zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified);

    public static DateTime At(DateTime utc, TimeSpan offset) =>
        new(Math.Clamp(utc.Ticks + offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Unspecified);

    /// <summary>The time in UTC.</summary>
    /// <param name="zone">Says the offset where none was said.</param>
    /// <param name="utc">The time.</param>
    /// <param name="offset">The offset that was said, or that the zone has then.</param>
    public ValueError ToUtc(TimeZoneInfo zone, out DateTime utc, out TimeSpan offset)
    {
        utc = default;
        offset = default;
        // A day that clocks begin with a jump starts at its first moment, which has the offset from before the jump.
        if (Offset is null && !IsDay && zone.IsInvalidTime(Clock))
            return ValueError.Skipped;
        offset = Offset ?? First(zone);
        long ticks = Clock.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks)
            return ValueError.TooSmall;
        if (ticks > DateTime.MaxValue.Ticks)
            return ValueError.TooLarge;
        utc = new DateTime(ticks, DateTimeKind.Utc);
        return ValueError.None;
    }

    // Of a time that clocks show twice, the first has the greater offset.
    private TimeSpan First(TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(Clock) ? zone.GetAmbiguousTimeOffsets(Clock).Max() : zone.GetUtcOffset(Clock);
}
