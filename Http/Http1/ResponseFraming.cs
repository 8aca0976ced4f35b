using System.Runtime.CompilerServices;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// The framing of a response: its length or transfer coding, as its status and the method of its request allow (RFC 9110 §6.4.1, §8.6, RFC
/// 9112 §6).
/// </summary>
internal readonly struct ResponseFraming
{
    private const long NoLength = -1;

    private readonly long _contentLength;
    private readonly int _lengthDigits;
    private readonly bool _isChunked;
    private readonly ConnectionField _connection;

    /// <param name="status">The status of the response.</param>
    /// <param name="isHead">The request is HEAD.</param>
    /// <param name="bodyLength">Null when it is not known before the body is written.</param>
    /// <param name="isChunked">A body of unknown length is chunked; otherwise it ends with the connection.</param>
    /// <param name="connection">What is said about the connection.</param>
    public ResponseFraming(int status, bool isHead, long? bodyLength, bool isChunked, ConnectionField connection)
    {
        // RFC 9110 §15.3.5, §15.4.5: 204 and 304 have no content; §15.3.6: neither has 205, which must say so.
        bool hasContent = status is not (204 or 205 or 304);
        _contentLength =
            hasContent ? bodyLength ?? NoLength
            : status == 205 ? 0
            : NoLength;
        _isChunked = isChunked && hasContent && _contentLength == NoLength;
        _connection = connection;
        CarriesBody = hasContent && !isHead;
        Length = 2;
        if (_contentLength >= 0)
        {
            _lengthDigits = Digits(_contentLength);
            Length += LengthName.Length + _lengthDigits + 2;
        }

        if (_isChunked)
        {
            Length += Coding.Length;
        }

        if (connection != ConnectionField.None)
        {
            Length += Connection.Length;
        }
    }

    private static ReadOnlySpan<byte> LengthName => "Content-Length: "u8;

    /// <summary>False: whatever was written as a body stays here.</summary>
    public bool CarriesBody { get; }

    /// <summary>Bytes that <see cref="Write"/> writes.</summary>
    public int Length { get; }

    private static ReadOnlySpan<byte> Coding => "Transfer-Encoding: chunked\r\n"u8;

    private ReadOnlySpan<byte> Connection =>
        _connection == ConnectionField.Close ? "Connection: close\r\n"u8 : "Connection: keep-alive\r\n"u8;

    /// <summary>Writes the fields of the framing and the empty line: the end of the head.</summary>
    public void Write(Span<byte> destination)
    {
        if (_contentLength >= 0)
        {
            LengthName.CopyTo(destination);
            destination = destination[LengthName.Length..];
            WriteLength(destination[.._lengthDigits]);
            destination[_lengthDigits] = (byte)'\r';
            destination[_lengthDigits + 1] = (byte)'\n';
            destination = destination[(_lengthDigits + 2)..];
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteLength(Span<byte> digits)
    {
        ulong rest = (ulong)_contentLength;
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            (rest, ulong digit) = Math.DivRem(rest, 10);
            digits[i] = (byte)('0' + digit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digits(long number)
    {
        int digits = 1;
        for (ulong value = (ulong)number; value >= 10; value /= 10)
        {
            digits++;
        }

        return digits;
    }
}
