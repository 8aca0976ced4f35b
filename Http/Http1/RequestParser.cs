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
    private readonly RecentFields _recent;
    private readonly FieldTable _known;
    private int _lineStart;
    private int _scanned;
    private bool _inFields;

    /// <param name="limits">What is too long or too much.</param>
    /// <param name="recent">Shared with other parsers that have the same limits.</param>
    public RequestParser(HttpOptions limits, RecentFields recent)
        : this(limits, recent, KnownFields.Table) { }

    /// <param name="limits">What is too long or too much.</param>
    /// <param name="recent">Shared with other parsers that have the same limits and fields.</param>
    /// <param name="known">The fields that it reads; it only notes where the others lie.</param>
    internal RequestParser(HttpOptions limits, RecentFields recent, FieldTable known)
    {
        _limits = limits;
        _recent = recent;
        _known = known;
    }

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
            head.FieldsStart = _lineStart;
            if (_recent.TryRead(message, _limits.MaxHeadBytes, head))
            {
                return End(head);
            }
        }

        while (true)
        {
            int start = _lineStart;
            var status = FindLine(message, _limits.MaxHeadBytes, out int end);
            if (status != ParseStatus.Complete)
            {
                return status;
            }

            if (end == start)
            {
                head.Length = _lineStart;
                _recent.Remember(message, head);
                return End(head);
            }

            if (ReadField(message, start, end, head) is { } error)
            {
                return Refuse(error);
            }
        }
    }

    /// <summary>All lines are read.</summary>
    private ParseStatus End(RequestHead head)
    {
        _lineStart = _scanned = head.Length;
        Error = RequestRules.Check(head);
        return Error is null ? ParseStatus.Complete : ParseStatus.Invalid;
    }

    private ParseStatus ParseRequestLine(ReadOnlySpan<byte> message, RequestHead head)
    {
        while (true)
        {
            int start = _lineStart;
            var status = FindLine(message, Math.Min(_limits.MaxHeadBytes, RequestLineLimit), out int end);
            if (status != ParseStatus.Complete)
            {
                return status;
            }

            // RFC 9112 §2.2: one empty line before the request line is ignored; old clients send it after a body.
            if (end > 0)
            {
                return RequestLine.Read(message, start, end, _limits.MaxTargetBytes, head) is { } error
                    ? Refuse(error)
                    : ParseStatus.Complete;
            }
        }
    }

    /// <summary>Finds where the next line ends: where its CR LF begins, which is before the limit.</summary>
    private ParseStatus FindLine(ReadOnlySpan<byte> message, int limit, out int end)
    {
        int stop = LineSearch.IndexOfControl(message, _scanned, Math.Min(message.Length, limit - 1));
        if (stop >= 0 && stop + 1 < message.Length && message[stop] == '\r' && message[stop + 1] == '\n')
        {
            end = stop;
            _lineStart = _scanned = stop + 2;
            return ParseStatus.Complete;
        }

        end = 0;
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
        : message.Slice(_lineStart, Math.Min(MaxMethodBytes + 1, message.Length - _lineStart)).Contains((byte)' ')
            ? ProtocolErrors.TargetTooLong
        : ProtocolErrors.UnknownMethod;

    private readonly ProtocolError? ReadField(ReadOnlySpan<byte> message, int start, int end, RequestHead head)
    {
        if (head.FieldCount == _limits.MaxHeaders)
        {
            return ProtocolErrors.TooManyFields;
        }

        var bytes = message[start..end];
        if (FieldSyntax.Split(bytes, out int nameLength, out var value) is { } error)
        {
            return error;
        }

        value = new ByteRange(start + value.Start, value.Length);
        head.Add(new FieldLine(start - head.FieldsStart, nameLength, value.Start - head.FieldsStart, value.Length));
        return _known.Find(bytes[..nameLength])?.Read(message, value, head);
    }

    private ParseStatus Refuse(ProtocolError error)
    {
        Error = error;
        return ParseStatus.Invalid;
    }
}
