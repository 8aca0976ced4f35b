using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// Finds where a line of a head ends: at the first control byte other than HTAB (<see cref="Grammar.Controls"/>). Lines are short, mostly
/// two or three vectors long, so that the set-up of a general search costs more than the search.
/// </summary>
internal static class LineSearch
{
    /// <param name="bytes">The bytes.</param>
    /// <param name="from">Where the search begins.</param>
    /// <param name="to">Where it ends; at most the length.</param>
    /// <returns>The place of the first control byte, or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOfControl(ReadOnlySpan<byte> bytes, int from, int to)
    {
        int width = Vector128<byte>.Count;
        bytes = bytes[..to];
        for (; from <= to - width; from += width)
        {
            uint found = Controls(bytes[from..]);
            if (found != 0)
            {
                return from + BitOperations.TrailingZeroCount(found);
            }
        }

        for (; from < bytes.Length; from++)
        {
            if (bytes[from] is (< 0x20 and not (byte)'\t') or 0x7F)
            {
                return from;
            }
        }

        return -1;
    }

    /// <summary>A bit for each of the first 16 bytes: whether it is a control byte.</summary>
    private static uint Controls(ReadOnlySpan<byte> bytes)
    {
        var vector = Vector128.Create(bytes);
        var low = Vector128.LessThan(vector, Vector128.Create((byte)0x20)) & ~Vector128.Equals(vector, Vector128.Create((byte)'\t'));
        return (low | Vector128.Equals(vector, Vector128.Create((byte)0x7F))).ExtractMostSignificantBits();
    }
}
