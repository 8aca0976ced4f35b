using System.Globalization;

namespace Stryke.Web.Persistence.Sqlite;

/// <summary>
/// Times as SQLite keeps them: ISO 8601 in UTC, always with seven digits of the second, so that the order of the texts is the order of
/// the times. Read back are also the shorter forms that SQLite's own functions write (https://sqlite.org/lang_datefunc.html).
/// </summary>
internal static class SqliteTime
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd",
    ];

    public static ReadOnlySpan<byte> Format(DateTime time, Span<byte> text)
    {
        time.TryFormat(text, out int length, Written, CultureInfo.InvariantCulture);
        return text[..length];
    }

    public static ReadOnlySpan<byte> Format(DateOnly day, Span<byte> text)
    {
        day.TryFormat(text, out int length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return text[..length];
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime time)
    {
        if (TryParseWritten(text, out time))
            return true;
        Span<char> chars = stackalloc char[40];
        if (text.Length > chars.Length)
            return false;
        for (int i = 0; i < text.Length; i++)
            chars[i] = (char)text[i];
        return DateTime.TryParseExact(chars[..text.Length], Formats, CultureInfo.InvariantCulture, Utc, out time);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        if (!Digits(text[..4], out int year) || !Digits(text.Slice(5, 2), out int month) || !Digits(text.Slice(8, 2), out int date))
            return false;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    /// <summary>The form that we write, read without a string: the column of nearly every row of nearly every query.</summary>
    private static bool TryParseWritten(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length != 28 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[27] != 'Z')
            return false;
        if (!TryParse(text[..10], out DateOnly day))
            return false;
        if (
            !Digits(text.Slice(11, 2), out int hour)
            || !Digits(text.Slice(14, 2), out int minute)
            || !Digits(text.Slice(17, 2), out int second)
        )
        {
            return false;
        }

        if (!Digits(text.Slice(20, 7), out int ticks) || hour > 23 || minute > 59 || second > 59)
            return false;
        time = new DateTime(day, new TimeOnly(hour, minute, second), DateTimeKind.Utc).AddTicks(ticks);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + (digit - '0');
        }
        return true;
    }
}
