using System.Numerics;
using System.Runtime.Intrinsics;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// Skips the plain bytes of a path, 16 at a time: letters, digits, dashes and slashes, which most paths consist of, and their neighbours in
/// ASCII that have no kind in <see cref="Grammar.PathByte"/> either.
/// </summary>
internal static class PathSearch
{
    /// <param name="bytes">The bytes, of which another one ends the path at the latest.</param>
    /// <param name="from">Where the search begins.</param>
    /// <returns>A place before which there is no other byte: that of the first one, or one that is less than 16 from the end.</returns>
    public static int SkipPlain(ReadOnlySpan<byte> bytes, int from)
    {
        for (; from <= bytes.Length - Vector128<byte>.Count; from += Vector128<byte>.Count)
        {
            uint plain = Plain(Vector128.Create(bytes[from..]).AsSByte());
            if (plain != 0xFFFF)
            {
                return from + BitOperations.TrailingZeroCount(~plain);
            }
        }

        return from;
    }

    /// <summary>A bit for each byte. As signed numbers those that are not ASCII are below all others.</summary>
    private static uint Plain(Vector128<sbyte> bytes)
    {
        var slashAndDigits =
            Vector128.GreaterThan(bytes, Vector128.Create((sbyte)'.')) & Vector128.LessThan(bytes, Vector128.Create((sbyte)'<'));
        var letters = Vector128.GreaterThan(bytes, Vector128.Create((sbyte)'?')) & ~Vector128.Equals(bytes, Vector128.Create((sbyte)0x7F));
        return (slashAndDigits | letters | Vector128.Equals(bytes, Vector128.Create((sbyte)'-'))).ExtractMostSignificantBits();
    }
}
