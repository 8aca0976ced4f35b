namespace Stryke.Web.Text.Values;

/// <summary>The parts of a <i>valid floating-point number</i> (HTML §2.3.4.3), which is what number fields send.</summary>
internal readonly ref struct NumberParts
{
    // Far beyond any text that fits into memory, so that no number becomes another by this bound.
    private const long LargestExponent = 1_000_000_000_000_000;

    private NumberParts(bool isNegative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, long exponent)
    {
        IsNegative = isNegative;
        Whole = whole;
        Fraction = fraction;
        Exponent = exponent;
    }

    public bool IsNegative { get; }

    /// <summary>The digits before the point; none in <c>.5</c>.</summary>
    public ReadOnlySpan<char> Whole { get; }

    /// <summary>The digits after the point.</summary>
    public ReadOnlySpan<char> Fraction { get; }

    /// <summary>The power of ten.</summary>
    public long Exponent { get; }

    /// <summary>How many digits it has.</summary>
    public int Count => Whole.Length + Fraction.Length;

    /// <summary>A digit of all, as a number.</summary>
    public int this[int index] => (index < Whole.Length ? Whole[index] : Fraction[index - Whole.Length]) - '0';

    public static bool TryScan(ReadOnlySpan<char> text, out NumberParts parts)
    {
        parts = default;
        bool isNegative = text is ['-', ..];
        if (isNegative)
            text = text[1..];
        ReadOnlySpan<char> whole = TakeDigits(ref text),
            fraction = default;
        if (text is ['.', ..])
        {
            text = text[1..];
            fraction = TakeDigits(ref text);
            if (fraction.IsEmpty)
                return false;
        }
        if (whole.IsEmpty && fraction.IsEmpty)
            return false;
        long exponent = 0;
        if (!text.IsEmpty && (text[0] is not ('e' or 'E') || !TryExponent(text[1..], out exponent)))
            return false;
        parts = new NumberParts(isNegative, whole, fraction, exponent);
        return true;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out long exponent)
    {
        exponent = 0;
        bool isNegative = text is ['-', ..];
        if (text is ['-' or '+', ..])
            text = text[1..];
        if (!AsciiDigits.Are(text))
            return false;
        foreach (char digit in text)
            exponent = Math.Min(LargestExponent, (exponent * 10) + digit - '0');
        if (isNegative)
            exponent = -exponent;
        return true;
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> text)
    {
        var digits = text[..AsciiDigits.Count(text)];
        text = text[digits.Length..];
        return digits;
    }
}
