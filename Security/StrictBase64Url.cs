using System.Buffers;
using System.Buffers.Text;

namespace Stryke.Web.Security;

/// <summary>
/// base64url (RFC 4648 §5) without padding in which every value has exactly one text. The base library's decoder tolerates white space,
/// padding and stray bits in the last character; a sealed text that tolerates them could be altered unnoticed.
/// </summary>
internal static class StrictBase64Url
{
    private static readonly SearchValues<byte> Alphabet = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8
    );

    internal static int EncodedLength(int bytes) => Base64Url.GetEncodedLength(bytes);

    internal static int MaxDecodedLength(int characters) => Base64Url.GetMaxDecodedLength(characters);

    internal static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Alphabet))
            return false;
        if (!HasCleanTail(text))
            return false;
        return Base64Url.TryDecodeFromUtf8(text, destination, out written);
    }

    // RFC 4648 §3.5: the bits of the last character that no byte uses must be zero.
    private static bool HasCleanTail(ReadOnlySpan<byte> text) =>
        (text.Length % 4) switch
        {
            2 => (Value(text[^1]) & 0b1111) == 0,
            3 => (Value(text[^1]) & 0b11) == 0,
            _ => true,
        };

    private static int Value(byte character) =>
        character switch
        {
            >= (byte)'A' and <= (byte)'Z' => character - 'A',
            >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
            (byte)'-' => 62,
            _ => 63,
        };
}
