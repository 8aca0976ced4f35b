using System.Buffers.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>How an answer ends: what its status and its request's method let it carry (RFC 9110 §6.4.1, §8.6, RFC 9112 §6).</summary>
internal readonly struct ResponseFraming
{
    private const long NoLength = -1;

    private readonly ConnectionField _connection;
    private readonly long _contentLength;
    private readonly bool _isChunked;

    /// <param name="status">Of the answer.</param>
    /// <param name="isHead">The request is HEAD.</param>
    /// <param name="bodyLength">Null when it is not known before the body is written.</param>
    /// <param name="isChunked">A body of unknown length is chunked; otherwise it ends with the connection.</param>
    /// <param name="connection">What is said about the connection.</param>
    public ResponseFraming(int status, bool isHead, long? bodyLength, bool isChunked, ConnectionField connection)
    {
        // RFC 9110 §15.3.5, §15.4.5: 204 and 304 have no content; §15.3.6: neither has 205, which must say so.
        var hasContent = status is not (204 or 304);
        _contentLength = !hasContent ? NoLength : status == 205 ? 0 : bodyLength ?? NoLength;
        _isChunked = isChunked && hasContent && _contentLength == NoLength;
        CarriesBody = !isHead && status is not (204 or 205 or 304);
        _connection = connection;
        Length = (_contentLength < 0 ? 0 : LengthName.Length + Digits(_contentLength) + 2) + (_isChunked ? Coding.Length : 0)
            + (connection == ConnectionField.None ? 0 : Connection.Length) + 2;
    }

    private static ReadOnlySpan<byte> LengthName => "Content-Length: "u8;

    /// <summary>False: whatever was written as a body stays here.</summary>
    public bool CarriesBody { get; }

    /// <summary>Bytes that <see cref="Write"/> writes.</summary>
    public int Length { get; }

    private static ReadOnlySpan<byte> Coding => "Transfer-Encoding: chunked\r\n"u8;

    private ReadOnlySpan<byte> Connection => _connection == ConnectionField.Close ? "Connection: close\r\n"u8 : "Connection: keep-alive\r\n"u8;

    /// <summary>Writes the fields of the framing and the empty line: the end of the head.</summary>
    public void Write(Span<byte> destination)
    {
        if (_contentLength >= 0)
        {
            LengthName.CopyTo(destination);
            destination = destination[LengthName.Length..];
            Utf8Formatter.TryFormat(_contentLength, destination, out var digits);
            destination[digits] = (byte)'\r';
            destination[digits + 1] = (byte)'\n';
            destination = destination[(digits + 2)..];
        }

        if (_isChunked)
        {
            Coding.CopyTo(destination);
            destination = destination[Coding.Length..];
        }

        if (_connection != ConnectionField.None)
        {
            var connection = Connection;
            connection.CopyTo(destination);
            destination = destination[connection.Length..];
        }

        destination[0] = (byte)'\r';
        destination[1] = (byte)'\n';
    }

    private static int Digits(long value)
    {
        var digits = 1;
        for (; value >= 10; value /= 10)
        {
            digits++;
        }

        return digits;
    }
}
