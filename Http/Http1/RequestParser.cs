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
        while (true)
        {
            // A line ends at the first control byte, which must be the CR of CR LF.
            var limit = _inFields ? _limits.MaxHeadBytes : Math.Min(_limits.MaxHeadBytes, RequestLineLimit);
            var searchable = Math.Min(message.Length, limit - 1);
            var stop = _scanned < searchable ? message[_scanned..searchable].IndexOfAny(Grammar.Controls) : -1;
            if (stop < 0)
            {
                _scanned = searchable;
                return searchable == limit - 1 ? Refuse(TooLong(message)) : ParseStatus.Incomplete;
            }

            stop += _scanned;
            _scanned = stop;
            if (message[stop] != '\r')
            {
                return Refuse(message[stop] == '\n' ? ProtocolErrors.BareLineFeed : ProtocolErrors.ControlByte);
            }

            if (stop + 1 == message.Length)
            {
                return ParseStatus.Incomplete;
            }

            if (message[stop + 1] != '\n')
            {
                return Refuse(ProtocolErrors.BareCarriageReturn);
            }

            var line = new ByteRange(_lineStart, stop - _lineStart);
            _lineStart = _scanned = stop + 2;
            if (line.Length == 0 && _inFields)
            {
                head.Length = _lineStart;
                Error = RequestRules.Check(head);
                return Error is null ? ParseStatus.Complete : ParseStatus.Invalid;
            }

            if (line.Length == 0 && line.Start == 0)
            {
                // RFC 9112 §2.2: one empty line before the request line is ignored; old clients send it after a body.
                continue;
            }

            Error = _inFields ? ReadField(message, line, head) : RequestLine.Read(message, line, _limits.MaxTargetBytes, head);
            _inFields = true;
            if (Error is not null)
            {
                return ParseStatus.Invalid;
            }
        }
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

        if (FieldSyntax.Split(line.Of(message), out var name, out var value) is { } error)
        {
            return error;
        }

        head.Add(new FieldLine(line.Start, name.Length, line.Start + value.Start, value.Length));
        return name.Length is 4 or 6 or 10 or 12 or 14 or 17
            ? KnownFields.Note(name.Of(line.Of(message)), message, new ByteRange(line.Start + value.Start, value.Length), head)
            : null;
    }

    private ParseStatus Refuse(ProtocolError error)
    {
        Error = error;
        return ParseStatus.Invalid;
    }
}
