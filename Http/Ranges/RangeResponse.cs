using System.Security.Cryptography;
using System.Text;

namespace Stryke.Web.Http.Ranges;

/// <summary>Answers GET and HEAD with a representation: whole, in part, or not at all, as the request's conditions and ranges have it.</summary>
public static class RangeResponse
{
    /// <summary>
    /// Writes status, validators and body: 200, 206 (one range, or several as <c>multipart/byteranges</c>), 304, 412 or 416 (RFC 9110 §13, §14). The
    /// representation is disposed of when the answer is done with.
    /// </summary>
    public static void Write(HttpRequest request, HttpResponse response, Representation representation, ReadOnlySpan<byte> mediaType)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(representation);
        response.SetHeader("Accept-Ranges"u8, "bytes"u8);
        if (!representation.EntityTag.IsEmpty)
        {
            response.SetHeader("ETag"u8, representation.EntityTag);
        }

        if (representation.LastModified is { } time)
        {
            response.SetHeader("Last-Modified", HttpDate.Format(time));
        }

        response.Status = Preconditions.Evaluate(request, representation.EntityTag, representation.LastModified);
        if (response.Status != 200)
        {
            representation.Dispose();
            return;
        }

        List<ContentRange> ranges = [];
        switch (ReadRanges(request, representation, ranges))
        {
            case RangeResult.Whole:
                response.SetContentType(mediaType);
                Send(response, representation, [new ContentRange(0, representation.Length)]);
                break;
            case RangeResult.Unsatisfiable:
                response.Status = 416;
                response.SetHeader("Content-Range", $"bytes */{representation.Length}");
                representation.Dispose();
                break;
            case RangeResult.Partial when ranges.Count == 1:
                response.Status = 206;
                response.SetContentType(mediaType);
                response.SetHeader("Content-Range", Describe(ranges[0], representation.Length));
                Send(response, representation, ranges);
                break;
            default:
                response.Status = 206;
                SendMultipart(response, representation, ranges, Encoding.ASCII.GetString(mediaType));
                break;
        }
    }

    private static RangeResult ReadRanges(HttpRequest request, Representation representation, List<ContentRange> ranges)
    {
        // RFC 9110 §14.2: Range is for GET; §13.1.5: If-Range lets it count only for what the client has the rest of.
        if (request.Verb != HttpVerb.Get || !request.Headers.TryGet("Range"u8, out var field))
        {
            return RangeResult.Whole;
        }

        return request.Headers.TryGet("If-Range"u8, out var condition) && !IsSame(condition, representation)
            ? RangeResult.Whole
            : RangeField.Read(field, representation.Length, ranges);
    }

    private static bool IsSame(ReadOnlySpan<byte> condition, Representation representation) =>
        condition.Contains((byte)'"')
            ? EntityTags.IsSameStrongly(condition, representation.EntityTag)
            : representation.LastModified is { } time
                && HttpDate.TryParse(condition, out var date)
                && date.ToUnixTimeSeconds() == time.ToUnixTimeSeconds();

    private static void Send(HttpResponse response, Representation representation, List<ContentRange> ranges) =>
        response.SetSource(new PartsSource(representation, [.. ranges.Select(range => (Array.Empty<byte>(), range))], []));

    private static void SendMultipart(HttpResponse response, Representation representation, List<ContentRange> ranges, string mediaType)
    {
        string boundary = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        response.SetContentType(Encoding.ASCII.GetBytes($"multipart/byteranges; boundary={boundary}"));
        var parts = ranges.Select(
            (range, number) =>
                (
                    Encoding.ASCII.GetBytes(
                        $"{(number == 0 ? "" : "\r\n")}--{boundary}\r\nContent-Type: {mediaType}\r\nContent-Range: {Describe(range, representation.Length)}\r\n\r\n"
                    ),
                    range
                )
        );
        response.SetSource(new PartsSource(representation, [.. parts], Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n")));
    }

    private static string Describe(ContentRange range, long length) => $"bytes {range.Offset}-{range.Last}/{length}";
}
