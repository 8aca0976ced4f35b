using System.Buffers;
using System.Text;

namespace Stryke.Web.Views.Escaping;

/// <summary>Percent-encodes what may not stand in a URL (RFC 3986 §2), and nothing that would change where it leads.</summary>
internal static class PercentEncoder
{
    // RFC 3986 §2.3 unreserved, and §2.2 reserved without the apostrophe, which also is a quote of HTML. '&' is left for the caller to
    // escape.
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>What a whole URL may hold; '%' is looked at apart.</summary>
    public static readonly SearchValues<char> UrlChars = SearchValues.Create(Unreserved + ":/?#[]@!$()*+,;=");

    /// <summary>What one component of a URL may hold: one value of a query.</summary>
    public static readonly SearchValues<char> ComponentChars = SearchValues.Create(Unreserved);

    /// <summary>Whether a percent sign already starts an encoded byte.</summary>
    public static bool StartsEncodedByte(ReadOnlySpan<char> url) =>
        url.Length >= 3 && char.IsAsciiHexDigit(url[1]) && char.IsAsciiHexDigit(url[2]);

    /// <summary>
    /// Encodes the first character of <paramref name="text"/> into at most 12 bytes. Returns how many UTF-16 units it took.
    /// </summary>
    public static int EncodeFirst(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        Rune.DecodeFromUtf16(text, out var rune, out int taken);
        Span<byte> utf8 = stackalloc byte[4];
        int count = rune.EncodeToUtf8(utf8);
        written = 0;
        foreach (byte b in utf8[..count])
        {
            destination[written++] = (byte)'%';
            destination[written++] = Digit(b >> 4);
            destination[written++] = Digit(b & 15);
        }
        return taken;
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
