using System.Runtime.InteropServices;
using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Bodies;

/// <summary>
/// Takes the content of one body out of an input, whichever way it is framed (RFC 9112 §6.3), and consumes what it has taken, so that the
/// input is free for more.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct BodyDecoder
{
    private readonly bool _isChunked;
    private ChunkedDecoder _chunks;
    private long _remaining;
    private int _taken;

    public BodyDecoder(RequestHead head, long maxBytes, int maxTrailerBytes)
    {
        _isChunked = head.Has(HeadFlags.Chunked);
        _remaining = head.ContentLength;
        _chunks = new ChunkedDecoder(maxBytes, maxTrailerBytes);
    }

    /// <summary>True when all of it was taken.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why the body was refused.</summary>
    public ProtocolError? Error { get; private set; }

    /// <summary>Takes what is there.</summary>
    /// <returns>Bytes written to <paramref name="into"/>; 0 when more has to come, at the end, and after an error.</returns>
    public int Take(InputBuffer input, Span<byte> into)
    {
        if (IsAtEnd || Error is not null)
        {
            return 0;
        }

        return _isChunked ? TakeChunks(input, into) : TakeLength(input, into);
    }

    private int TakeLength(InputBuffer input, Span<byte> into)
    {
        int count = (int)Math.Min(Math.Min(input.Length, into.Length), _remaining);
        input.Unread[..count].CopyTo(into);
        input.Consume(count);
        _remaining -= count;
        IsAtEnd = _remaining == 0;
        return count;
    }

    private int TakeChunks(InputBuffer input, Span<byte> into)
    {
        if (_taken == _chunks.Written && input.Length > 0)
        {
            // All that was decoded was read: decodes the next part from the start of the input.
            _chunks.Decode(input.Array.AsSpan(input.Start, input.Length));
            Error = _chunks.Error;
        }

        int count = Math.Min(_chunks.Written - _taken, into.Length);
        input.Unread.Slice(_taken, count).CopyTo(into);
        _taken += count;
        if (_taken == _chunks.Written)
        {
            input.Consume(_chunks.Read);
            _chunks.Restart();
            _taken = 0;
            IsAtEnd = _chunks.IsDone && Error is null;
        }

        return count;
    }
}
