using System.Buffers.Text;
using System.Text;

namespace Stryke.Web.Http.Ranges;

/// <summary>Reads <c>Range: bytes=0-99,200-,-50</c> (RFC 9110 §14.1.2, §14.2).</summary>
internal static class RangeField
{
    /// <summary>More ranges than any player or download tool asks for: such a request is for the whole (§17.15: many small ranges are an attack).</summary>
    public const int MaxRanges = 16;

    /// <param name="field">The value of the field.</param>
    /// <param name="length">Bytes that there are.</param>
    /// <param name="ranges">Takes the ranges that can be sent, in the order that was asked for.</param>
    public static RangeResult Read(ReadOnlySpan<byte> field, long length, List<ContentRange> ranges)
    {
        int equals = field.IndexOf((byte)'=');
        if (equals < 0 || !Ascii.EqualsIgnoreCase(Grammar.TrimWhitespace(field[..equals]), "bytes"u8))
        {
            return RangeResult.Whole;
        }

        int count = 0;
        long total = 0L;
        var set = field[(equals + 1)..];
        foreach (var place in set.Split((byte)','))
        {
            var spec = Grammar.TrimWhitespace(set[place]);
            if (spec.IsEmpty)
            {
                continue;
            }

            if (++count > MaxRanges || !TryRead(spec, length, out var range))
            {
                return RangeResult.Whole;
            }

            if (range.Length > 0)
            {
                ranges.Add(range);
                total += range.Length;
            }
        }

        // Ranges that overlap so much that they are more than the whole are the whole.
        return count == 0 || (ranges.Count > 1 && total > length) ? RangeResult.Whole
            : ranges.Count == 0 ? RangeResult.Unsatisfiable
            : RangeResult.Partial;
    }

    /// <summary>One range. False when it is none; a length of 0 when it lies outside.</summary>
    private static bool TryRead(ReadOnlySpan<byte> spec, long length, out ContentRange range)
    {
        range = default;
        int dash = spec.IndexOf((byte)'-');
        if (dash < 0)
        {
            return false;
        }

        var first = spec[..dash];
        var last = spec[(dash + 1)..];
        if (first.IsEmpty)
        {
            if (!TryNumber(last, out long suffix))
            {
                return false;
            }

            suffix = Math.Min(suffix, length);
            range = new ContentRange(length - suffix, suffix);
            return true;
        }

        long end = length - 1;
        if (!TryNumber(first, out long start) || (!last.IsEmpty && (!TryNumber(last, out end) || end < start)))
        {
            return false;
        }

        range = start >= length ? default : new ContentRange(start, Math.Min(end, length - 1) - start + 1);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out long number)
    {
        number = 0;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        number = Utf8Parser.TryParse(digits, out long value, out _) ? value : long.MaxValue;
        return true;
    }
}
