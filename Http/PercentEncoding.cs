using System.Buffers;
using System.Text;

namespace Stryke.Web.Http;

/// <summary>Percent-encoding of URLs (RFC 3986 §2.1) and of forms (URL Standard, application/x-www-form-urlencoded). Text is UTF-8.</summary>
public static class PercentEncoding
{
    /// <summary>
    /// Encodes text as one component: a path segment, or a name or value in a query. Everything but letters, digits and
    /// <c>- . _ ~</c> becomes <c>%XX</c>.
    /// </summary>
    public static string Encode(ReadOnlySpan<char> text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
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
            var plain = utf8.IndexOfAnyExcept(Grammar.Unreserved);
            if (plain != 0)
            {
                var run = plain < 0 ? utf8 : utf8[..plain];
                output.Write(run);
                utf8 = utf8[run.Length..];
                continue;
            }

            var escape = output.GetSpan(3);
            escape[0] = (byte)'%';
            escape[1] = "0123456789ABCDEF"u8[utf8[0] >> 4];
            escape[2] = "0123456789ABCDEF"u8[utf8[0] & 15];
            output.Advance(3);
            utf8 = utf8[1..];
        }
    }

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

        var decoded = ArrayPool<byte>.Shared.Rent(encoded.Length);
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
        var written = 0;
        for (var read = 0; read < encoded.Length; read++)
        {
            var b = encoded[read];
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

    private static bool IsEscape(ReadOnlySpan<byte> at) =>
        at.Length >= 3 && Grammar.HexValue(at[1]) >= 0 && Grammar.HexValue(at[2]) >= 0;
}
