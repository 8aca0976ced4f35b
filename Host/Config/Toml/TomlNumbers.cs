using System.Globalization;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>Integers of 64 bits and floats of 64 bits (TOML 1.0, "Integer" and "Float").</summary>
internal static class TomlNumbers
{
    /// <returns>A <see cref="long"/> or <see cref="double"/>; null when <paramref name="word"/> is neither.</returns>
    /// <param name="word">The word as it stands in the file.</param>
    /// <param name="problem">What is wrong, where the word is a number but not one that TOML takes.</param>
    public static object? Parse(ReadOnlySpan<char> word, out string? problem)
    {
        problem = null;
        if (word.Length > 2 && word[0] == '0' && word[1] is 'x' or 'o' or 'b') return ParseWithBase(word, out problem);

        bool signed = word[0] is '+' or '-';
        ReadOnlySpan<char> magnitude = signed ? word[1..] : word;
        if (magnitude is "inf") return word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        if (magnitude is "nan") return double.NaN;

        int dot = magnitude.IndexOf('.'), exponent = magnitude.IndexOfAny('e', 'E');
        int wholeEnd = dot >= 0 ? dot : exponent >= 0 ? exponent : magnitude.Length;
        ReadOnlySpan<char> whole = magnitude[..wholeEnd];
        if (!AreDigits(whole)) return null;
        if (whole.Length > 1 && whole[0] == '0')
        {
            problem = $"expected a number without leading zeros, found '{word}'";
            return null;
        }
        return dot < 0 && exponent < 0 ? ParseDecimal(word, out problem) : ParseFloat(word, magnitude, dot, exponent);
    }

    private static object? ParseDecimal(ReadOnlySpan<char> word, out string? problem)
    {
        bool fits = long.TryParse(WithoutUnderscores(word), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value);
        problem = fits ? null : $"expected an integer of 64 bits, found '{word}'";
        return fits ? value : null;
    }

    private static object? ParseFloat(ReadOnlySpan<char> word, ReadOnlySpan<char> magnitude, int dot, int exponent)
    {
        if (exponent >= 0)
        {
            if (dot > exponent) return null;
            ReadOnlySpan<char> power = magnitude[(exponent + 1)..];
            if (power.Length > 0 && power[0] is '+' or '-') power = power[1..];
            if (!AreDigits(power)) return null;
        }
        if (dot >= 0 && !AreDigits(magnitude[(dot + 1)..(exponent >= 0 ? exponent : magnitude.Length)])) return null;
        return double.Parse(WithoutUnderscores(word), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private static object? ParseWithBase(ReadOnlySpan<char> word, out string? problem)
    {
        problem = null;
        int bits = word[1] switch { 'x' => 4, 'o' => 3, _ => 1 };
        ReadOnlySpan<char> digits = word[2..];
        if (!AreDigits(digits, 1 << bits)) return null;
        ulong value = 0;
        foreach (char c in WithoutUnderscores(digits))
        {
            if (value >> (63 - bits) != 0)
            {
                problem = $"expected an integer of 64 bits, found '{word}'";
                return null;
            }
            value = (value << bits) | (uint)Digit(c);
        }
        return (long)value;
    }

    // Digits with single underscores between them.
    private static bool AreDigits(ReadOnlySpan<char> text, int numberBase = 10)
    {
        bool digitBefore = false;
        foreach (char c in text)
        {
            bool isDigit = Digit(c) is var digit && digit >= 0 && digit < numberBase;
            if (!isDigit && !(c == '_' && digitBefore)) return false;
            digitBefore = isDigit;
        }
        return digitBefore;
    }

    private static int Digit(char c) => char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : -1;

    private static string WithoutUnderscores(ReadOnlySpan<char> word) => word.ToString().Replace("_", "", StringComparison.Ordinal);
}
