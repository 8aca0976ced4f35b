using System.Buffers;

namespace Stryke.Web.Http.Multipart;

/// <summary>The boundary that a media type names, ready to be looked for.</summary>
internal static class Boundary
{
    private const int LongestBytes = 70;

    // bchars, RFC 2046 §5.1.1.
    private static readonly SearchValues<byte> Characters = SearchValues.Create(
        "'()+_,-./:=?0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ "u8
    );

    /// <summary>CR LF, two hyphens and the boundary: what stands between two parts.</summary>
    /// <param name="contentType">The <c>Content-Type</c> of the body.</param>
    /// <exception cref="RequestBodyException">There is no boundary, or more than one, or none that may be.</exception>
    public static byte[] DelimiterOf(ReadOnlySpan<byte> contentType)
    {
        var parameters = new ContentParameters(contentType);
        ReadOnlySpan<byte> boundary = default;
        while (parameters.Read())
        {
            if (!parameters.Is("boundary"u8))
            {
                continue;
            }

            if (!boundary.IsEmpty || !IsBoundary(parameters.Value))
            {
                throw new RequestBodyException(MultipartErrors.BoundaryInvalid);
            }

            boundary = parameters.Value;
        }

        return boundary.IsEmpty || parameters.IsMalformed
            ? throw new RequestBodyException(MultipartErrors.BoundaryInvalid)
            : [.. "\r\n--"u8, .. boundary];
    }

    // A space may stand in a boundary, but not at its end.
    private static bool IsBoundary(ReadOnlySpan<byte> value) =>
        value.Length is > 0 and <= LongestBytes && !value.ContainsAnyExcept(Characters) && value[^1] != ' ';
}
