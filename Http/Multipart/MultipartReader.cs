using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Multipart;

/// <summary>
/// Reads a <c>multipart/form-data</c> body (RFC 7578, RFC 2046 §5.1) as it arrives. It does no I/O and keeps no bytes: it is shown what has arrived and not been
/// consumed, and says what it has come upon. How the bytes were cut makes no difference, and none is looked at again and again.
/// <code>
/// while ((what = reader.Read(unread, out var consumed)) != MultipartEvent.NeedMore) { use(what, unread[..consumed]); unread = unread[consumed..]; }
/// </code>
/// </summary>
public sealed class MultipartReader
{
    private readonly byte[] _delimiter;
    private readonly MultipartLimits _limits;
    private State _state;
    private bool _isAtLineStart = true;
    private int _skipped;
    private int _searched;
    private int _parts;

    /// <summary>Starts before the first byte.</summary>
    /// <param name="contentType">The <c>Content-Type</c> of the request, which names the boundary.</param>
    /// <param name="limits">Limits; null for their defaults.</param>
    /// <exception cref="RequestBodyException">It names none, or one that may not be (400).</exception>
    public MultipartReader(ReadOnlySpan<byte> contentType, MultipartLimits? limits = null)
    {
        _delimiter = Boundary.DelimiterOf(contentType);
        _limits = limits ?? new MultipartLimits();
    }

    private enum State : byte
    {
        Preamble,
        Delimiter,
        Head,
        Data,
        Epilogue,
    }

    /// <summary>The head of the part that was last begun.</summary>
    /// <exception cref="InvalidOperationException">None was begun.</exception>
    public MultipartPart Part
    {
        get => field ?? throw new InvalidOperationException("No part was begun.");
        private set;
    }

    /// <summary>True when a media type is that of a form with files.</summary>
    /// <param name="contentType">The value of a <c>Content-Type</c> field; may be empty.</param>
    public static bool IsFor(ReadOnlySpan<byte> contentType) => MediaTypes.Is(contentType, "multipart/form-data"u8);

    /// <summary>Goes on until there is something to tell.</summary>
    /// <param name="unread">What has arrived and was not consumed. More than the head of a part and a boundary is never left.</param>
    /// <param name="consumed">How many of its first bytes are done with; they are the content when the event is <see cref="MultipartEvent.Data"/>.</param>
    /// <exception cref="RequestBodyException">The body is malformed, or a part's head too large, or there are too many (400).</exception>
    public MultipartEvent Read(ReadOnlySpan<byte> unread, out int consumed)
    {
        consumed = 0;
        while (true)
        {
            var rest = unread[consumed..];
            switch (_state)
            {
                case State.Preamble:
                    if (!SkipPreamble(rest, ref consumed))
                    {
                        return MultipartEvent.NeedMore;
                    }

                    break;
                case State.Delimiter:
                    if (!ReadDelimiter(rest, ref consumed))
                    {
                        return MultipartEvent.NeedMore;
                    }

                    if (_state == State.Epilogue)
                    {
                        return MultipartEvent.End;
                    }

                    break;
                case State.Head:
                    return ReadHead(rest, ref consumed);
                case State.Data:
                    return ReadData(rest, ref consumed);
                default:
                    // The epilogue is to be ignored (RFC 2046 §5.1.1).
                    consumed = unread.Length;
                    return MultipartEvent.NeedMore;
            }
        }
    }

    /// <summary>To be called when there is no more: the last boundary must have come.</summary>
    /// <exception cref="RequestBodyException">It has not (400).</exception>
    public void Finish()
    {
        if (_state != State.Epilogue)
        {
            throw new RequestBodyException(MultipartErrors.CutShort);
        }
    }

    /// <returns>True when the first boundary was found and passed.</returns>
    private bool SkipPreamble(ReadOnlySpan<byte> rest, ref int consumed)
    {
        int length = LeadingBoundary(rest, out bool isPartial);
        if (length == 0 && isPartial)
        {
            return false;
        }

        if (length == 0)
        {
            int at = rest.IndexOf(_delimiter);
            int passed = at < 0 ? rest.Length - PartialDelimiter(rest) : at;
            _skipped += passed;
            Check(_skipped <= _limits.MaxPartHeadBytes, MultipartErrors.PreambleTooLong);
            consumed += passed;
            if (at < 0)
            {
                return false;
            }

            length = _delimiter.Length;
        }

        consumed += length;
        BeginDelimiter();
        return true;
    }

    /// <summary>What follows a boundary: spaces and the end of the line, or two hyphens (RFC 2046 §5.1.1).</summary>
    private bool ReadDelimiter(ReadOnlySpan<byte> rest, ref int consumed)
    {
        int spaces = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        spaces = spaces < 0 ? rest.Length : spaces;
        _skipped += spaces;
        Check(_skipped <= _limits.MaxPartHeadBytes, MultipartErrors.DelimiterMalformed);
        consumed += spaces;
        rest = rest[spaces..];
        if (rest.IsEmpty)
        {
            return false;
        }

        Check(rest[0] == '\r' || (rest[0] == '-' && _skipped == 0), MultipartErrors.DelimiterMalformed);
        if (rest.Length == 1)
        {
            return false;
        }

        Check(rest[1] == (rest[0] == '-' ? '-' : '\n'), MultipartErrors.DelimiterMalformed);
        consumed += 2;
        if (rest[0] == '-')
        {
            _state = State.Epilogue;
            return true;
        }

        Check(++_parts <= _limits.MaxParts, MultipartErrors.TooManyParts);
        _searched = 0;
        _state = State.Head;
        return true;
    }

    private MultipartEvent ReadHead(ReadOnlySpan<byte> rest, ref int consumed)
    {
        Check(!rest.StartsWith("\r\n"u8), MultipartErrors.DispositionMissing);

        // The empty line may have begun in what was searched before.
        int from = Math.Max(0, _searched - 3);
        int end = rest[from..].IndexOf("\r\n\r\n"u8);
        Check(end < 0 ? rest.Length < _limits.MaxPartHeadBytes : from + end + 4 <= _limits.MaxPartHeadBytes, MultipartErrors.HeadTooLarge);
        if (end < 0)
        {
            _searched = rest.Length;
            return MultipartEvent.NeedMore;
        }

        Part = PartHeadParser.Parse(rest[..(from + end + 2)]);
        consumed += from + end + 4;
        _isAtLineStart = true;
        _state = State.Data;
        return MultipartEvent.Part;
    }

    private MultipartEvent ReadData(ReadOnlySpan<byte> rest, ref int consumed)
    {
        int length = LeadingBoundary(rest, out bool isPartial);
        if (length == 0 && isPartial)
        {
            return MultipartEvent.NeedMore;
        }

        int at = length > 0 ? 0 : rest.IndexOf(_delimiter);
        if (at == 0)
        {
            consumed += length > 0 ? length : _delimiter.Length;
            BeginDelimiter();
            return MultipartEvent.PartEnd;
        }

        int data = at < 0 ? rest.Length - PartialDelimiter(rest) : at;
        consumed += data;
        return data > 0 ? MultipartEvent.Data : MultipartEvent.NeedMore;
    }

    /// <summary>
    /// Where a line has just begun (at the start of the body, and after a head), a boundary needs no CR LF of its own: the one before belongs to it.
    /// </summary>
    /// <returns>Its length; 0 when there is none, or when that cannot be told yet.</returns>
    private int LeadingBoundary(ReadOnlySpan<byte> rest, out bool isPartial)
    {
        var boundary = _delimiter.AsSpan(2);
        isPartial = _isAtLineStart && rest.Length < boundary.Length && boundary.StartsWith(rest);
        if (isPartial)
        {
            return 0;
        }

        bool isThere = _isAtLineStart && rest.StartsWith(boundary);
        _isAtLineStart = false;
        return isThere ? boundary.Length : 0;
    }

    /// <summary>Bytes at the end that may be the beginning of a boundary. It has one CR, its first byte, so only the last CR there is can be that.</summary>
    private int PartialDelimiter(ReadOnlySpan<byte> rest)
    {
        var tail = rest[Math.Max(0, rest.Length - _delimiter.Length + 1)..];
        int start = tail.LastIndexOf((byte)'\r');
        return start >= 0 && _delimiter.AsSpan().StartsWith(tail[start..]) ? tail.Length - start : 0;
    }

    private void BeginDelimiter()
    {
        _skipped = 0;
        _state = State.Delimiter;
    }

    private static void Check(bool isRight, ProtocolError otherwise)
    {
        if (!isRight)
        {
            throw new RequestBodyException(otherwise);
        }
    }
}
