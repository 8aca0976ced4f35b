using System.Globalization;
using System.Text;

namespace Stryke.Web.Host.Config.Toml;

/// <summary>Reads the escape at a backslash.</summary>
internal static class TomlEscapes
{
    public static string Read(TomlCursor cursor)
    {
        char letter = cursor.Peek(1);
        if (letter is 'u' or 'U') return ReadScalar(cursor, letter == 'u' ? 4 : 8);
        string text = letter switch
        {
            'b' => "\b",
            't' => "\t",
            'n' => "\n",
            'f' => "\f",
            'r' => "\r",
            '"' => "\"",
            '\\' => "\\",
            _ => throw cursor.Fail(@"expected one of the escapes \b \t \n \f \r \"" \\ \uXXXX \UXXXXXXXX"),
        };
        cursor.Advance(2);
        return text;
    }

    private static string ReadScalar(TomlCursor cursor, int digits)
    {
        Span<char> hex = stackalloc char[8];
        for (int i = 0; i < digits; i++) hex[i] = cursor.Peek(2 + i);
        hex = hex[..digits];
        foreach (char c in hex)
        {
            if (!char.IsAsciiHexDigit(c)) throw cursor.Fail($"expected {digits} hexadecimal digits in the escape");
        }
        uint value = uint.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (!Rune.IsValid(value)) throw cursor.Fail($"expected a Unicode scalar value in the escape, found U+{value:X4}");
        cursor.Advance(2 + digits);
        return new Rune(value).ToString();
    }
}
