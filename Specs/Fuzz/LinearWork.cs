using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Stryke.Web.Specs.Http.Http1;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// What arrives byte by byte costs no more than its length. Held without a clock: between two bytes, whatever need not
/// be looked at again is overwritten with NUL, which is refused wherever it is seen. A parser that starts over finds
/// it.
/// </summary>
internal static class LinearWork
{
    /// <summary>Of a line that is not whole: its last bytes, which may be a CR that waits for its LF.</summary>
    private const int LookedAtAgain = 2;

    /// <summary>Of a request line that is too long: its first bytes, which tell a long method from a long target.</summary>
    private const int LineStart = 33;

    public static string? Check(byte[] bytes, HttpOptions limits)
    {
        var whole = HeadReading.Of(bytes, [], limits);
        var head = HeadOf(bytes, limits);
        if (head != whole)
        {
            return $"A part of the head is read twice:\n{head}\n\nat once:\n{whole}";
        }

        if (whole.Length == 0 || !whole.Flags.HasFlag(HeadFlags.Chunked))
        {
            return null;
        }

        byte[] body = bytes[whole.Length..];
        string atOnce = BodyOf([.. body], body, body.Length, limits);
        string slowly = BodyOf(new byte[body.Length], body, 1, limits);
        return slowly == atOnce ? null : $"A part of the body is read twice:\n{slowly}\n\nat once:\n{atOnce}";
    }

    private static HeadReading HeadOf(byte[] bytes, HttpOptions limits)
    {
        var parser = new RequestParser(limits, new RecentFields());
        var head = new RequestHead();
        byte[] seen = new byte[bytes.Length];
        int line = 0;
        for (int end = 1; end <= bytes.Length; end++)
        {
            // The line that the new byte ends is shown whole; lines before it, and what there is of a line without end, are not.
            bytes.AsSpan(line, end - line).CopyTo(seen.AsSpan(line));
            if (bytes[end - 1] != '\n')
            {
                Hide(seen, line + LineStart, end);
            }

            var status = parser.Parse(seen.AsSpan(0, end), head);
            if (status != ParseStatus.Incomplete)
            {
                return status == ParseStatus.Invalid ? HeadReading.Refused(parser.Error!) : HeadReading.Of(bytes, head);
            }

            if (bytes[end - 1] == '\n')
            {
                seen.AsSpan(line, end - line).Clear();
                line = end;
            }
        }

        return HeadReading.Nothing;
    }

    private static string BodyOf(byte[] seen, byte[] bytes, int step, HttpOptions limits)
    {
        var decoder = new ChunkedDecoder(limits.MaxBodyBytes, limits.MaxHeadBytes);
        var status = ParseStatus.Incomplete;
        for (int end = step; end <= bytes.Length && status == ParseStatus.Incomplete && step > 0; end += step)
        {
            // What was decoded lies before Written; what was read and not decoded is of no use to anybody.
            bytes.AsSpan(decoder.Read, end - decoder.Read).CopyTo(seen.AsSpan(decoder.Read));
            seen.AsSpan(decoder.Written, decoder.Read - decoder.Written).Clear();
            if (step == 1 && bytes[end - 1] != '\n')
            {
                Hide(seen, decoder.Read, end);
            }

            status = decoder.Decode(seen.AsSpan(0, end));
        }

        return $"{status} {decoder.Error} {Convert.ToHexString(seen, 0, decoder.Written)}";
    }

    private static void Hide(byte[] seen, int start, int end)
    {
        if (end - LookedAtAgain > start)
        {
            seen.AsSpan(start, end - LookedAtAgain - start).Clear();
        }
    }
}
