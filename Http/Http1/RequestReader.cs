using System.Runtime.InteropServices;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// Reads whole requests, head and body, from bytes as they arrive: the framing of RFC 9112 §6. No I/O: whoever owns the bytes calls
/// <see cref="Read"/> whenever there are more, and drops <see cref="MessageLength"/> of them when a request is done with.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RequestReader
{
    private readonly HttpOptions _options;
    private RequestParser _parser;
    private ChunkedDecoder _chunks;
    private Phase _phase;
    private bool _hasContinued;

    public RequestReader(HttpOptions options)
    {
        _options = options;
        _parser = new RequestParser(options);
    }

    private enum Phase : byte
    {
        Head,
        Length,
        Chunks,
        Done,
    }

    /// <summary>Why the request was refused, after <see cref="ParseStatus.Invalid"/>.</summary>
    public ProtocolError? Error { get; private set; }

    /// <summary>Bytes of the whole message on the wire, after <see cref="ParseStatus.Complete"/>.</summary>
    public int MessageLength { get; private set; }

    /// <summary>True when a part of a request has been read.</summary>
    public readonly bool HasStarted => _phase != Phase.Head || _parser.HasStarted;

    /// <summary>True when the head is complete and the body is not.</summary>
    public readonly bool IsInBody => _phase is Phase.Length or Phase.Chunks;

    /// <summary>Makes ready for the next request.</summary>
    public void Next(HttpRequest request)
    {
        _phase = Phase.Head;
        _hasContinued = false;
        Error = null;
        _parser.Reset();
        request.Reset();
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

            BeginBody(request.Head);
        }

        return Error is not null ? ParseStatus.Invalid : _phase switch
        {
            Phase.Length => ReadLength(message.Length, request),
            Phase.Chunks => ReadChunks(message, request),
            _ => ParseStatus.Complete,
        };
    }

    /// <summary>
    /// Closes the gap that removed chunk framing left, by moving head and body up to it: the message begins that much later then. Worth its while when
    /// the gap is larger than what has to be moved, which keeps the cost of all moves within that of the body.
    /// </summary>
    /// <returns>Bytes that the owner has to drop from the start.</returns>
    public int CloseGap(byte[] buffer, int start, HttpRequest request)
    {
        var kept = request.Head.Length + _chunks.Written;
        var gap = _phase == Phase.Chunks ? _chunks.Read - _chunks.Written : 0;
        if (gap == 0 || gap <= kept)
        {
            return 0;
        }

        buffer.AsSpan(start, kept).CopyTo(buffer.AsSpan(start + gap));
        _chunks.CloseGap();
        request.Bind(buffer, start + gap);
        return gap;
    }

    /// <summary>
    /// True once, when the client waits for leave to send its body (RFC 9110 §10.1.1): it asked for it, and none of the body has come.
    /// </summary>
    public bool ShouldContinue(int available, RequestHead head)
    {
        var should = !_hasContinued && IsInBody && head.Has(HeadFlags.ExpectContinue) && available == head.Length;
        _hasContinued |= should;
        return should;
    }

    private void BeginBody(RequestHead head)
    {
        if (head.Has(HeadFlags.Chunked))
        {
            _chunks = new ChunkedDecoder(_options.MaxBodyBytes, _options.MaxHeadBytes);
            _phase = Phase.Chunks;
            return;
        }

        Error = head.ContentLength > _options.MaxBodyBytes ? ProtocolErrors.BodyTooLarge : null;
        _phase = Phase.Length;
    }

    private ParseStatus ReadLength(int available, HttpRequest request)
    {
        var bodyLength = (int)request.Head.ContentLength;
        return available - request.Head.Length < bodyLength
            ? ParseStatus.Incomplete
            : Complete(request, request.Head.Length + bodyLength, bodyLength);
    }

    private ParseStatus ReadChunks(Span<byte> message, HttpRequest request)
    {
        var status = _chunks.Decode(message[request.Head.Length..]);
        Error = _chunks.Error;
        return status == ParseStatus.Complete
            ? Complete(request, request.Head.Length + _chunks.Read, _chunks.Written)
            : status;
    }

    private ParseStatus Complete(HttpRequest request, int messageLength, int bodyLength)
    {
        _phase = Phase.Done;
        MessageLength = messageLength;
        request.Seal(bodyLength);
        return ParseStatus.Complete;
    }
}
