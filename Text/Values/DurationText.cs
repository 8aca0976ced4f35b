using System.Globalization;
using System.Text;

namespace Stryke.Web.Text.Values;

/// <summary>Durations as ISO 8601 §5.5.2 writes them, without years and months, which have no length of their own.</summary>
internal static class DurationText
{
    private const string Units = "WDHMS";
    private const int MostFractionDigits = 7,
        MostDigits = 18;

    private static readonly long[] Ticks =
    [
        7 * TimeSpan.TicksPerDay,
        TimeSpan.TicksPerDay,
        TimeSpan.TicksPerHour,
        TimeSpan.TicksPerMinute,
        TimeSpan.TicksPerSecond,
    ];

    public static ValueError Read(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = default;
        bool isNegative = text is ['-', ..];
        if (isNegative)
            text = text[1..];
        if (text is not ['P', ..])
            return ValueError.Malformed;
        text = text[1..];
        UInt128 sum = 0;
        int last = -1;
        bool isTime = false,
            isTooPrecise = false;
        do
        {
            if (!isTime && text is ['T', ..])
            {
                isTime = true;
                text = text[1..];
            }
            int length = text.IndexOfAny(Units);
            if (length < 1)
                return ValueError.Malformed;
            int unit = Units.IndexOf(text[length], StringComparison.Ordinal);
            // In order, each once, hours to seconds behind the T and only there, weeks alone.
            if (unit <= last || unit > 1 != isTime || last == 0)
                return ValueError.Malformed;
            if (!TryAmount(text[..length], unit, ref sum, ref isTooPrecise))
                return ValueError.Malformed;
            last = unit;
            text = text[(length + 1)..];
        } while (!text.IsEmpty);
        if (isTooPrecise)
            return ValueError.TooPrecise;
        var most = (UInt128)long.MaxValue + (isNegative ? UInt128.One : UInt128.Zero);
        if (sum > most)
            return isNegative ? ValueError.TooSmall : ValueError.TooLarge;
        value = new TimeSpan(unchecked(isNegative ? -(long)sum : (long)sum));
        return ValueError.None;
    }

    public static string Write(TimeSpan value)
    {
        ulong ticks = value.Ticks < 0 ? unchecked((ulong)-value.Ticks) : (ulong)value.Ticks;
        var text = new StringBuilder(value.Ticks < 0 ? "-P" : "P");
        ulong rest = Take(text, ticks, 1);
        if (rest == 0 && ticks > 0)
            return text.ToString();
        text.Append('T');
        rest = Take(text, Take(text, rest, 2), 3);
        if (rest > 0 || ticks == 0)
        {
            decimal seconds = rest / (decimal)TimeSpan.TicksPerSecond;
            text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        }
        return text.ToString();
    }

    private static ulong Take(StringBuilder text, ulong ticks, int unit)
    {
        ulong size = (ulong)Ticks[unit];
        if (ticks >= size)
            text.Append(ticks / size).Append(Units[unit]);
        return ticks % size;
    }

    private static bool TryAmount(ReadOnlySpan<char> text, int unit, ref UInt128 sum, ref bool isTooPrecise)
    {
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point],
            fraction = point < 0 ? default : text[(point + 1)..];
        if (!AsciiDigits.Are(whole))
            return false;
        if (point >= 0)
        {
            if (unit != Units.Length - 1 || !AsciiDigits.Are(fraction))
                return false;
            isTooPrecise = fraction.Length > MostFractionDigits;
            sum += (uint)IsoText.Ticks(fraction);
        }
        whole = whole.TrimStart('0');
        // So many digits of any unit are more than a TimeSpan holds.
        ulong amount = long.MaxValue;
        if (whole.Length <= MostDigits)
            _ = ulong.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out amount);
        sum += (UInt128)amount * (UInt128)Ticks[unit];
        return true;
    }
}
