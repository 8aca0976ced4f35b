using System.Globalization;
using System.Text;

namespace Stryke.Web.Http;

/// <summary>Dates of header fields (RFC 9110 §5.6.7), whole seconds in UTC.</summary>
public static class HttpDate
{
    /// <summary>Length in bytes of the preferred form, <c>Sun, 06 Nov 1994 08:49:37 GMT</c>.</summary>
    public const int Length = 29;

    // The preferred form, that of RFC 850 and that of asctime: a recipient must accept all three.
    private static readonly string[] Formats =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM  d HH:mm:ss yyyy",
        "ddd MMM dd HH:mm:ss yyyy",
    ];

    /// <summary>Writes the preferred form.</summary>
    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    public static void Format(long unixSeconds, Span<byte> destination)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(unixSeconds);
        "SunMonTueWedThuFriSat"u8.Slice((int)time.DayOfWeek * 3, 3).CopyTo(destination);
        ", "u8.CopyTo(destination[3..]);
        TwoDigits(time.Day, destination[5..]);
        destination[7] = (byte)' ';
        "JanFebMarAprMayJunJulAugSepOctNovDec"u8.Slice((time.Month - 1) * 3, 3).CopyTo(destination[8..]);
        destination[11] = (byte)' ';
        TwoDigits(time.Year / 100, destination[12..]);
        TwoDigits(time.Year % 100, destination[14..]);
        destination[16] = (byte)' ';
        TwoDigits(time.Hour, destination[17..]);
        destination[19] = (byte)':';
        TwoDigits(time.Minute, destination[20..]);
        destination[22] = (byte)':';
        TwoDigits(time.Second, destination[23..]);
        " GMT"u8.CopyTo(destination[25..]);
    }

    /// <summary>The preferred form as text.</summary>
    public static string Format(DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[Length];
        Format(time.ToUnixTimeSeconds(), text);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Reads any of the three forms that RFC 9110 §5.6.7 knows.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 24 or > 40)
        {
            return false;
        }

        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(Encoding.ASCII.GetString(text), Formats, CultureInfo.InvariantCulture, Styles, out time))
        {
            return false;
        }

        // A two-digit year that seems more than 50 years ahead is the most recent past one with those digits (RFC 9110 §5.6.7).
        if (text.Contains((byte)'-') && time.Year > DateTimeOffset.UtcNow.Year + 50)
        {
            time = time.AddYears(-100);
        }

        return true;
    }

    private static void TwoDigits(int value, Span<byte> destination)
    {
        destination[0] = (byte)('0' + (value / 10));
        destination[1] = (byte)('0' + (value % 10));
    }
}
