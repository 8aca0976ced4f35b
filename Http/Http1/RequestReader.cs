using System.Runtime.InteropServices;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// Reads requests, head and body, from bytes as they arrive: the framing of RFC 9112 §6. No I/O: whoever owns the bytes calls
/// <see cref="Read"/> whenever there are more, and drops <see cref="MessageLength"/> of them when a request is done with. Of a request with a body it
/// gives the head first and wants to be told what to do with the rest: <see cref="BufferBody"/> or <see cref="DetachBody"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RequestReader
{
    private readonly HttpOptions _options;
    private RequestParser _parser;
    private ChunkedDecoder _chunks;
    private Phase _phase;

    /// <param name="options">Its limits.</param>
    /// <param name="recent">Shared with other readers that have the same options.</param>
    public RequestReader(HttpOptions options, RecentFields recent)
    {
        _options = options;
        _parser = new RequestParser(options, recent);
    }

    private enum Phase : byte
    {
        Head,
        Planning,
        Length,
        Chunks,
        Done,
    }

    /// <summary>Why the request was refused, after <see cref="ParseStatus.Invalid"/>.</summary>
    public ProtocolError? Error { get; private set; }

    /// <summary>Bytes of the message that are to be dropped when the request is done with, after <see cref="ParseStatus.Complete"/>.</summary>
    public int MessageLength { get; private set; }

    /// <summary>True when a part of a request has been read.</summary>
    public readonly bool HasStarted => _phase != Phase.Head || _parser.HasStarted;

    /// <summary>True when the head is complete and the body is not.</summary>
    public readonly bool IsInBody => _phase is Phase.Length or Phase.Chunks;

    /// <summary>Makes ready for the next request.</summary>
    public void Reset()
    {
        _phase = Phase.Head;
        Error = null;
        _parser.Reset();
    }

    /// <summary>Reads on.</summary>
    /// <param name="buffer">Where the bytes are now.</param>
    /// <param name="start">Where the message begins.</param>
    /// <param name="end">Where the bytes end. The body is decoded in place, between the two.</param>
    /// <param name="request">Takes the result.</param>
    public ParseStatus Read(byte[] buffer, int start, int end, HttpRequest request)
    {
        request.Bind(buffer, start);
        var message = buffer.AsSpan(start, end - start);
        if (_phase == Phase.Head)
        {
            var status = _parser.Parse(message, request.Head);
            if (status != ParseStatus.Complete)
            {
                Error = _parser.Error;
                return status;
            }

            if (request.Head.ContentLength == 0 && !request.Head.Has(HeadFlags.Chunked))
            {
                return Complete(request, request.Head.Length, 0);
            }

            _phase = Phase.Planning;
            request.SetBodyLength(0);
        }

        return _phase switch
        {
            Phase.Planning => ParseStatus.Head,
            Phase.Length => ReadLength(message.Length, request),
            Phase.Chunks => ReadChunks(message, request),
            _ => ParseStatus.Complete,
        };
    }

    /// <summary>After <see cref="ParseStatus.Head"/>: the body is read on until it is whole.</summary>
    /// <param name="head">The head that was read.</param>
    /// <param name="maxBytes">Largest chunked body; a length was known before.</param>
    public void BufferBody(RequestHead head, long maxBytes)
    {
        _phase = head.Has(HeadFlags.Chunked) ? Phase.Chunks : Phase.Length;
        _chunks = new ChunkedDecoder(maxBytes, _options.MaxHeadBytes);
    }

    /// <summary>After <see cref="ParseStatus.Head"/>: somebody else reads the body, and the head was dropped.</summary>
    public void DetachBody(HttpRequest request) => Complete(request, 0, 0);

    /// <summary>
    /// Closes the gap that removed chunk framing left, by moving head and body up to it: the message begins that much later then. Worth its while when
    /// the gap is larger than what has to be moved, which keeps the cost of all moves within that of the body.
    /// </summary>
    /// <returns>Bytes that the owner has to drop from the start.</returns>
    public int CloseGap(byte[] buffer, int start, HttpRequest request)
    {
        int kept = request.Head.Length + _chunks.Written;
        int gap = _phase == Phase.Chunks ? _chunks.Read - _chunks.Written : 0;
        if (gap == 0 || gap <= kept)
        {
            return 0;
        }

        buffer.AsSpan(start, kept).CopyTo(buffer.AsSpan(start + gap));
        _chunks.CloseGap();
        request.Bind(buffer, start + gap);
        return gap;
    }

    private ParseStatus ReadLength(int available, HttpRequest request)
    {
        int bodyLength = (int)request.Head.ContentLength;
        return available - request.Head.Length < bodyLength
            ? ParseStatus.Incomplete
            : Complete(request, request.Head.Length + bodyLength, bodyLength);
    }

    private ParseStatus ReadChunks(Span<byte> message, HttpRequest request)
    {
        var status = _chunks.Decode(message[request.Head.Length..]);
        Error = _chunks.Error;
        return status == ParseStatus.Complete ? Complete(request, request.Head.Length + _chunks.Read, _chunks.Written) : status;
    }

    private ParseStatus Complete(HttpRequest request, int messageLength, int bodyLength)
    {
        _phase = Phase.Done;
        MessageLength = messageLength;
        request.SetBodyLength(bodyLength);
        return ParseStatus.Complete;
    }
}
