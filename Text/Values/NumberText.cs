using System.Globalization;
using System.Numerics;

namespace Stryke.Web.Text.Values;

/// <summary>Whole numbers and floating-point numbers.</summary>
internal static class NumberText
{
    /// <summary>A <i>valid integer</i> (HTML §2.3.4.1).</summary>
    public static ValueError Read<T>(ReadOnlySpan<char> text, out T value)
        where T : struct, IBinaryInteger<T>
    {
        value = default;
        bool isNegative = text is ['-', ..];
        var digits = isNegative ? text[1..] : text;
        if (!AsciiDigits.Are(digits))
            return NumberParts.TryScan(text, out _) ? ValueError.NotWhole : ValueError.Malformed;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
            return ValueError.None;
        return isNegative ? ValueError.TooSmall : ValueError.TooLarge;
    }

    /// <summary>The nearest number that is finite.</summary>
    public static ValueError ReadReal<T>(ReadOnlySpan<char> text, out T value)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        value = default;
        if (!NumberParts.TryScan(text, out var parts))
            return ValueError.Malformed;
        if (T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && T.IsFinite(value))
            return ValueError.None;
        return parts.IsNegative ? ValueError.TooSmall : ValueError.TooLarge;
    }
}
