namespace Stryke.Web.Text.Values;

/// <summary>Dates and times as RFC 3339 §5.6 writes them, a profile of ISO 8601.</summary>
internal static class IsoText
{
    private const int DateLength = 10,
        MinutesLength = 5,
        SecondsLength = 8,
        MostFractionDigits = 7;

    /// <summary><c>2026-04-26</c>.</summary>
    public static ValueError Read(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-')
            return ValueError.Malformed;
        bool isNumber = Digits(text[..4], out int year) & Digits(text.Slice(5, 2), out int month) & Digits(text[8..], out int date);
        if (!isNumber || year < 1 || month is < 1 or > 12 || date < 1)
            return ValueError.Malformed;
        if (date > DateTime.DaysInMonth(year, month))
            return ValueError.Malformed;
        day = new DateOnly(year, month, date);
        return ValueError.None;
    }

    /// <summary>
    /// <c>12:30</c>, <c>12:30:15</c>, <c>12:30:15.25</c>. Leap seconds and 24:00 are no times that a <see cref="TimeOnly"/> holds.
    /// </summary>
    public static ValueError Read(ReadOnlySpan<char> text, out TimeOnly time)
    {
        time = default;
        int second = 0,
            fraction = 0;
        bool isTooPrecise = false;
        if (text.Length < MinutesLength || text[2] != ':')
            return ValueError.Malformed;
        if (!Digits(text[..2], out int hour) || !Digits(text.Slice(3, 2), out int minute))
            return ValueError.Malformed;
        if (text.Length > MinutesLength)
        {
            if (text.Length < SecondsLength || text[5] != ':' || !Digits(text.Slice(6, 2), out second))
                return ValueError.Malformed;
            if (text.Length > SecondsLength)
            {
                var digits = text[(SecondsLength + 1)..];
                if (text[SecondsLength] != '.' || !AsciiDigits.Are(digits))
                    return ValueError.Malformed;
                isTooPrecise = digits.Length > MostFractionDigits;
                fraction = Ticks(digits);
            }
        }
        if (hour > 23 || minute > 59 || second > 59)
            return ValueError.Malformed;
        if (isTooPrecise)
            return ValueError.TooPrecise;
        time = new TimeOnly(hour, minute, second).Add(new TimeSpan(fraction));
        return ValueError.None;
    }

    /// <summary>A date and a time, with or without an offset; or a date.</summary>
    public static ValueError Read(ReadOnlySpan<char> text, out WallTime time)
    {
        time = default;
        if (text.Length < DateLength || Read(text[..DateLength], out DateOnly day) != ValueError.None)
            return ValueError.Malformed;
        if (text.Length == DateLength)
        {
            time = new WallTime(day.ToDateTime(TimeOnly.MinValue), offset: null, isDay: true);
            return ValueError.None;
        }
        if (text[DateLength] is not ('T' or 't' or ' '))
            return ValueError.Malformed;
        var rest = text[(DateLength + 1)..];
        int zone = rest.IndexOfAny("Zz+-");
        TimeSpan? offset = null;
        if (zone >= 0)
        {
            if (!TryOffset(rest[zone..], out var given))
                return ValueError.Malformed;
            offset = given;
            rest = rest[..zone];
        }
        var error = Read(rest, out TimeOnly clock);
        time = new WallTime(day.ToDateTime(clock), offset, isDay: false);
        return error;
    }

    /// <summary>The ticks of a fraction of a second, which has one to seven digits.</summary>
    public static int Ticks(ReadOnlySpan<char> digits)
    {
        int ticks = 0;
        for (int i = 0; i < MostFractionDigits; i++)
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        return ticks;
    }

    // No place on earth is farther from UTC than 14 hours, and a DateTimeOffset holds no more.
    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
            return true;
        if (text.Length != 6 || text[3] != ':')
            return false;
        if (!Digits(text.Slice(1, 2), out int hours) || !Digits(text[4..], out int minutes))
            return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (minutes > 59 || offset > TimeSpan.FromHours(14))
            return false;
        if (text[0] == '-')
            offset = -offset;
        return text[0] is '+' or '-';
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (char digit in text)
            value = (value * 10) + (digit - '0');
        return AsciiDigits.Are(text);
    }
}
