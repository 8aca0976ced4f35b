using System.Buffers;
using System.Text;

namespace Stryke.Web.Http;

/// <summary>
/// Percent-encoding of URLs (RFC 3986 §2.1) and of forms (URL Standard, application/x-www-form-urlencoded). Text is UTF-8.
/// </summary>
public static class PercentEncoding
{
    /// <summary>
    /// Encodes text as one component: a path segment, or a name or value in a query. Everything but letters, digits and
    /// <c>- . _ ~</c> becomes <c>%XX</c>.
    /// </summary>
    public static string Encode(ReadOnlySpan<char> text)
    {
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var bytes = utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8));
            if (!bytes.ContainsAnyExcept(Grammar.Unreserved))
            {
                return text.ToString();
            }

            var encoded = new ArrayBufferWriter<byte>(bytes.Length * 3);
            Encode(bytes, encoded);
            return Encoding.ASCII.GetString(encoded.WrittenSpan);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    /// <summary>Encodes UTF-8 as one component, as <see cref="Encode(ReadOnlySpan{char})"/> does, into a buffer.</summary>
    public static void Encode(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output)
    {
        while (!utf8.IsEmpty)
        {
            int plain = utf8.IndexOfAnyExcept(Grammar.Unreserved);
            if (plain != 0)
            {
                var run = plain < 0 ? utf8 : utf8[..plain];
                output.Write(run);
                utf8 = utf8[run.Length..];
                continue;
            }

            Escape(utf8[0], output);
            utf8 = utf8[1..];
        }
    }

    /// <summary>
    /// Encodes what may not stand in a URL (RFC 3986 §2), and nothing that changes where it leads: text beyond ASCII, spaces, control
    /// characters, quotes, backslashes and the like, and a percent sign that starts no escape. Escapes stay as they are.
    /// </summary>
    /// <param name="url">A whole URL or a reference, such as <c>/süche?q=ä</c>.</param>
    public static string EncodeUrl(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        byte[] utf8 = Encoding.UTF8.GetBytes(url);
        return IsUrl(utf8) ? url : Encoding.ASCII.GetString(EncodeUrl(utf8));
    }

    /// <summary>Encodes UTF-8 as <see cref="EncodeUrl(string)"/> does.</summary>
    internal static ReadOnlySpan<byte> EncodeUrl(ReadOnlySpan<byte> utf8)
    {
        var output = new ArrayBufferWriter<byte>(utf8.Length + 32);
        while (!utf8.IsEmpty)
        {
            int plain = LengthOfUrl(utf8);
            output.Write(utf8[..plain]);
            utf8 = utf8[plain..];
            if (!utf8.IsEmpty)
            {
                Escape(utf8[0], output);
                utf8 = utf8[1..];
            }
        }

        return output.WrittenSpan;
    }

    /// <summary>Whether there is nothing that <see cref="EncodeUrl(string)"/> would encode.</summary>
    internal static bool IsUrl(ReadOnlySpan<byte> utf8) => LengthOfUrl(utf8) == utf8.Length;

    /// <summary>
    /// Decodes percent-encoded UTF-8. An escape that is none (<c>%zz</c>) stays as it is; bytes that are not UTF-8 become U+FFFD.
    /// </summary>
    /// <param name="encoded">For example a raw path segment or a raw query value.</param>
    /// <param name="plusIsSpace">True for forms and queries, where <c>+</c> stands for a space.</param>
    public static string Decode(ReadOnlySpan<byte> encoded, bool plusIsSpace = false)
    {
        if (!encoded.Contains((byte)'%') && !(plusIsSpace && encoded.Contains((byte)'+')))
        {
            return Encoding.UTF8.GetString(encoded);
        }

        byte[] decoded = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            return Encoding.UTF8.GetString(decoded.AsSpan(0, Decode(encoded, decoded, plusIsSpace)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    /// <summary>Decodes into a buffer at least as long as the input; both may be the same memory.</summary>
    /// <returns>Bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> encoded, Span<byte> decoded, bool plusIsSpace = false)
    {
        int written = 0;
        for (int read = 0; read < encoded.Length; read++)
        {
            byte b = encoded[read];
            if (b == '+' && plusIsSpace)
            {
                b = (byte)' ';
            }
            else if (b == '%' && IsEscape(encoded[read..]))
            {
                b = (byte)((Grammar.HexValue(encoded[read + 1]) << 4) | Grammar.HexValue(encoded[read + 2]));
                read += 2;
            }

            decoded[written++] = b;
        }

        return written;
    }

    /// <summary>Whether encoded bytes decode to these. Allocates nothing.</summary>
    /// <param name="encoded">For example a raw path segment or a raw query value.</param>
    /// <param name="plain">What they are compared with.</param>
    /// <param name="plusIsSpace">True for forms and queries, where <c>+</c> stands for a space.</param>
    public static bool DecodesTo(ReadOnlySpan<byte> encoded, ReadOnlySpan<byte> plain, bool plusIsSpace = false)
    {
        while (!encoded.IsEmpty && !plain.IsEmpty)
        {
            int length = encoded[0] == '%' && IsEscape(encoded) ? 3 : 1;
            byte b = length == 3 ? (byte)((Grammar.HexValue(encoded[1]) << 4) | Grammar.HexValue(encoded[2])) : encoded[0];
            if (plain[0] != (length == 1 && b == '+' && plusIsSpace ? (byte)' ' : b))
            {
                return false;
            }

            encoded = encoded[length..];
            plain = plain[1..];
        }

        return encoded.IsEmpty && plain.IsEmpty;
    }

    /// <summary>True when every <c>%</c> is followed by two hexadecimal digits.</summary>
    public static bool IsWellFormed(ReadOnlySpan<byte> encoded)
    {
        for (int at; (at = encoded.IndexOf((byte)'%')) >= 0; encoded = encoded[(at + 3)..])
        {
            if (!IsEscape(encoded[at..]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many bytes from the start may stand in a URL.</summary>
    private static int LengthOfUrl(ReadOnlySpan<byte> utf8)
    {
        for (int length = 0; ; )
        {
            int stop = utf8[length..].IndexOfAnyExcept(Grammar.Url);
            if (stop < 0)
            {
                return utf8.Length;
            }

            length += stop;
            if (utf8[length] != '%' || !IsEscape(utf8[length..]))
            {
                return length;
            }

            length += 3;
        }
    }

    private static void Escape(byte b, IBufferWriter<byte> output)
    {
        var escape = output.GetSpan(3);
        escape[0] = (byte)'%';
        escape[1] = "0123456789ABCDEF"u8[b >> 4];
        escape[2] = "0123456789ABCDEF"u8[b & 15];
        output.Advance(3);
    }

    private static bool IsEscape(ReadOnlySpan<byte> at) => at.Length >= 3 && Grammar.HexValue(at[1]) >= 0 && Grammar.HexValue(at[2]) >= 0;
}
