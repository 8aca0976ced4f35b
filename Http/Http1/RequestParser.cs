using System.Runtime.InteropServices;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// Reads the head of a request (RFC 9112 §2 to §5) as its bytes arrive: spans in, offsets out, no I/O, nothing copied. What was read in
/// one call is not read again in the next, so that a head which comes byte by byte costs no more than its length; and the outcome
/// depends on the bytes alone, never on how they were split.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RequestParser
{
    /// <summary>Longer than any method token that could be known; RFC 9112 §3 asks for 501 above it.</summary>
    private const int MaxMethodBytes = 32;

    private readonly HttpOptions _limits;
    private int _lineStart;
    private int _scanned;
    private bool _inFields;

    public RequestParser(HttpOptions limits) => _limits = limits;

    /// <summary>Why the request was refused, after <see cref="ParseStatus.Invalid"/>.</summary>
    public ProtocolError? Error { get; private set; }

    /// <summary>True when bytes of a head were seen and the head is not complete. The empty line that may stand before one is not of it.</summary>
    public readonly bool HasStarted => _inFields || _scanned > _lineStart;

    /// <summary>Makes ready for the next message.</summary>
    public void Reset()
    {
        _lineStart = _scanned = 0;
        _inFields = false;
        Error = null;
    }

    /// <summary>Reads on.</summary>
    /// <param name="message">All bytes from the start of the message: those of the call before and any that came since.</param>
    /// <param name="head">Takes the result; reset by the caller before the first call of a message.</param>
    public ParseStatus Parse(ReadOnlySpan<byte> message, RequestHead head)
    {
        if (!_inFields)
        {
            var status = ParseRequestLine(message, head);
            if (status != ParseStatus.Complete)
            {
                return status;
            }

            _inFields = true;
        }

        while (true)
        {
            var status = FindLine(message, _limits.MaxHeadBytes, out var line);
            if (status != ParseStatus.Complete)
            {
                return status;
            }

            if (line.Length == 0)
            {
                head.Length = _lineStart;
                Error = RequestRules.Check(head);
                return Error is null ? ParseStatus.Complete : ParseStatus.Invalid;
            }

            if (ReadField(message, line, head) is { } error)
            {
                return Refuse(error);
            }
        }
    }

    private ParseStatus ParseRequestLine(ReadOnlySpan<byte> message, RequestHead head)
    {
        while (true)
        {
            var status = FindLine(message, Math.Min(_limits.MaxHeadBytes, RequestLineLimit), out var line);
            if (status != ParseStatus.Complete)
            {
                return status;
            }

            // RFC 9112 §2.2: one empty line before the request line is ignored; old clients send it after a body.
            if (line.Length > 0 || line.Start > 0)
            {
                return RequestLine.Read(message, line, _limits.MaxTargetBytes, head) is { } error ? Refuse(error) : ParseStatus.Complete;
            }
        }
    }

    /// <summary>Finds the next line, whose CR LF begins before the limit.</summary>
    private ParseStatus FindLine(ReadOnlySpan<byte> message, int limit, out ByteRange line)
    {
        var start = _lineStart;
        var stop = LineSearch.IndexOfControl(message, _scanned, Math.Min(message.Length, limit - 1));
        if (stop >= 0 && stop + 1 < message.Length && message[stop] == '\r' && message[stop + 1] == '\n')
        {
            line = new ByteRange(start, stop - start);
            _lineStart = _scanned = stop + 2;
            return ParseStatus.Complete;
        }

        line = default;
        return NoLine(message, limit, stop);
    }

    /// <summary>There is no end of a line yet, or what ends it is not CR LF.</summary>
    private ParseStatus NoLine(ReadOnlySpan<byte> message, int limit, int stop)
    {
        if (stop < 0)
        {
            _scanned = Math.Min(message.Length, limit - 1);
            return _scanned == limit - 1 ? Refuse(TooLong(message)) : ParseStatus.Incomplete;
        }

        _scanned = stop;
        return message[stop] == '\n' ? Refuse(ProtocolErrors.BareLineFeed)
            : message[stop] != '\r' ? Refuse(ProtocolErrors.ControlByte)
            : stop + 1 == message.Length ? ParseStatus.Incomplete
            : Refuse(ProtocolErrors.BareCarriageReturn);
    }

    // Method, space, target, space, version, CR LF.
    private readonly int RequestLineLimit => _lineStart + MaxMethodBytes + 1 + _limits.MaxTargetBytes + 1 + 8 + 2;

    private readonly ProtocolError TooLong(ReadOnlySpan<byte> message) =>
        _inFields ? ProtocolErrors.HeadTooLarge
        : message.Slice(_lineStart, Math.Min(MaxMethodBytes + 1, message.Length - _lineStart)).Contains((byte)' ') ? ProtocolErrors.TargetTooLong
        : ProtocolErrors.UnknownMethod;

    private readonly ProtocolError? ReadField(ReadOnlySpan<byte> message, ByteRange line, RequestHead head)
    {
        if (head.FieldCount == _limits.MaxHeaders)
        {
            return ProtocolErrors.TooManyFields;
        }

        var bytes = line.Of(message);
        if (FieldSyntax.Split(bytes, out var nameLength, out var value) is { } error)
        {
            return error;
        }

        value = new ByteRange(line.Start + value.Start, value.Length);
        head.Add(new FieldLine(line.Start, nameLength, value.Start, value.Length));
        return nameLength is 4 or 6 or 10 or 12 or 14 or 17 ? KnownFields.Note(bytes[..nameLength], message, value, head) : null;
    }

    private ParseStatus Refuse(ProtocolError error)
    {
        Error = error;
        return ParseStatus.Invalid;
    }
}
