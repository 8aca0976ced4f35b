namespace Stryke.Web.Text.Values;

/// <summary>
/// Exact numbers: 96 bits and a power of ten from 0 to -28. The framework's reader rounds what has more digits; this one says so.
/// </summary>
internal static class DecimalText
{
    private const int MostDigits = 29,
        LargestScale = 28;
    private static readonly UInt128 Largest = (UInt128.One << 96) - 1;

    public static ValueError Read(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (!NumberParts.TryScan(text, out var number))
            return ValueError.Malformed;
        long scale = number.Fraction.Length - number.Exponent;
        int start = 0,
            end = number.Count;
        while (start < end && number[start] == 0)
            start++;
        if (start == end)
        {
            value = new decimal(0, 0, 0, isNegative: false, (byte)Math.Clamp(scale, 0, LargestScale));
            return ValueError.None;
        }

        // Zeros at the end of the fraction go where there is no room for them.
        for (; scale > 0 && (scale > LargestScale || end - start > MostDigits) && number[end - 1] == 0; end--)
            scale--;
        var tooFar = number.IsNegative ? ValueError.TooSmall : ValueError.TooLarge;
        if (end - start - scale > MostDigits)
            return tooFar;
        if (scale > LargestScale || end - start > MostDigits)
            return ValueError.TooPrecise;

        UInt128 digits = 0;
        for (int i = start; i < end; i++)
            digits = (digits * 10) + (UInt128)number[i];
        for (; scale < 0; scale++)
            digits *= 10;
        if (digits > Largest && scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }
        if (digits > Largest)
            return scale > 0 ? ValueError.TooPrecise : tooFar;
        value = new decimal(Bits(digits), Bits(digits >> 32), Bits(digits >> 64), number.IsNegative, (byte)scale);
        return ValueError.None;
    }

    private static int Bits(UInt128 digits) => unchecked((int)(uint)digits);
}
