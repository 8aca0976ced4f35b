using System.Buffers;
using System.Text;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// Writes bytes from outside as what stands in a JSON string (RFC 8259 §7), whatever they are: what is no UTF-8 becomes U+FFFD.
/// </summary>
internal static class JsonEscaping
{
    /// <summary>The most bytes that one byte becomes: <c>\u001f</c>.</summary>
    public const int MaxExpansion = 6;

    // Visible ASCII but quotes and backslashes, and the space.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8
    );

    /// <param name="text">Any bytes.</param>
    /// <param name="to">Six times as long.</param>
    /// <returns>Bytes written.</returns>
    public static int Escape(ReadOnlySpan<byte> text, Span<byte> to)
    {
        int written = 0;
        while (true)
        {
            int plain = text.IndexOfAnyExcept(Plain);
            plain = plain < 0 ? text.Length : plain;
            text[..plain].CopyTo(to[written..]);
            written += plain;
            text = text[plain..];
            if (text.IsEmpty)
                return written;

            // Of what is no UTF-8, as much as belongs together is one U+FFFD.
            Rune.DecodeFromUtf8(text, out var rune, out int length);
            written += Escape(rune, to[written..]);
            text = text[length..];
        }
    }

    private static int Escape(Rune rune, Span<byte> to)
    {
        byte short1 = rune.Value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)0,
        };
        if (short1 != 0)
        {
            to[0] = (byte)'\\';
            to[1] = short1;
            return 2;
        }

        // C1 controls too: a terminal that shows the log obeys them. So do line separators end lines for some.
        if (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029))
            return rune.EncodeToUtf8(to);
        "\\u"u8.CopyTo(to);
        rune.Value.TryFormat(to[2..], out _, "x4");
        return MaxExpansion;
    }
}
