using System.Globalization;

namespace Stryke.Web.Text.Settings;

/// <summary>Sizes as people write them: <c>65536</c>, <c>64KiB</c>, <c>10 MiB</c>, <c>1GiB</c>.</summary>
public static class ByteSize
{
    private static readonly (string Unit, int Shift)[] Units = [("B", 0), ("KiB", 10), ("MiB", 20), ("GiB", 30)];

    /// <summary>The size with the largest unit that it is a whole number of.</summary>
    public static string Text(long bytes)
    {
        foreach ((string unit, int shift) in Units.Reverse())
        {
            if (shift > 0 && bytes >= 1L << shift && bytes % (1L << shift) == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{bytes >> shift}{unit}");
        }
        return string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
    }

    /// <summary>Reads a size.</summary>
    /// <returns>The number of bytes; null when <paramref name="text"/> is not a size.</returns>
    public static long? Parse(ReadOnlySpan<char> text)
    {
        int shift = 0;
        foreach ((string unit, int unitShift) in Units.Reverse())
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal))
                continue;
            text = text[..^unit.Length].TrimEnd(' ');
            shift = unitShift;
            break;
        }
        bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count);
        return isNumber && count <= long.MaxValue >> shift ? count << shift : null;
    }
}
