using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stryke.Web.Views.Escaping;

/// <summary>
/// The common case of text: ASCII with little to escape. Sixteen characters at a time are narrowed, looked at and written in one
/// pass; what is written past the first special one is overwritten by its entity.
/// </summary>
internal static class PlainText
{
    // NUL, CR, " & ' < >: the set of HtmlEscaping as bits, for those below 64.
    private const ulong Special = 1UL | (1UL << '\r') | (1UL << '"') | (1UL << '&') | (1UL << '\'') | (1UL << '<') | (1UL << '>');

    /// <summary>
    /// Copies ASCII that needs no escaping, up to the first character that is something else, or until the destination is full.
    /// </summary>
    /// <returns>How many characters, and so bytes, were copied.</returns>
    public static int Copy(ReadOnlySpan<char> text, Span<byte> destination)
    {
        int length = Math.Min(text.Length, destination.Length),
            index = 0;
        var units = MemoryMarshal.Cast<char, ushort>(text);
        for (; Vector128.IsHardwareAccelerated && length - index >= Vector128<byte>.Count; index += Vector128<byte>.Count)
        {
            Vector128<ushort> low = Vector128.Create(units.Slice(index, 8)),
                high = Vector128.Create(units.Slice(index + 8, 8));
            if (((low | high) & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
                break;
            var bytes = Vector128.Narrow(low, high);
            bytes.CopyTo(destination[index..]);
            uint hits = Specials(bytes).ExtractMostSignificantBits();
            if (hits != 0)
                return index + BitOperations.TrailingZeroCount(hits);
        }
        for (; index < length && text[index] < 0x80 && !IsSpecial(text[index]); index++)
            destination[index] = (byte)text[index];
        return index;
    }

    private static Vector128<byte> Specials(Vector128<byte> bytes) =>
        Vector128.Equals(bytes, Vector128.Create((byte)'<'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'>'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'&'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'\''))
        | Vector128.Equals(bytes, Vector128.Create((byte)'\r'))
        | Vector128.Equals(bytes, Vector128<byte>.Zero);

    private static bool IsSpecial(char c) => c < 64 && (Special >> c & 1) != 0;
}
