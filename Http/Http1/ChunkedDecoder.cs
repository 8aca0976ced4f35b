using System.Runtime.InteropServices;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// Removes the chunked coding (RFC 9112 §7.1) in place, as bytes arrive: data moves down over sizes and line ends, so that the body ends up
/// whole and contiguous where it began. Extensions are checked and skipped, trailer fields dropped, both within bounds.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ChunkedDecoder
{
    /// <summary>Longest line of size and extensions, CR LF included.</summary>
    private const int MaxSizeLineBytes = 256;

    /// <summary>
    /// Extensions of all chunks of a body together: without a bound a client could keep a core busy with a body of no bytes.
    /// </summary>
    private const int MaxExtensionBytes = 8 * 1024;

    private readonly long _maxBodyBytes;
    private readonly int _maxTrailerBytes;
    private Phase _phase;
    private long _remaining;
    private long _earlierBytes;
    private int _extensionBytes;
    private int _trailerBytes;
    private int _lineScanned;

    /// <summary>Starts before the first chunk.</summary>
    /// <param name="maxBodyBytes">Largest decoded body.</param>
    /// <param name="maxTrailerBytes">Largest trailer section.</param>
    public ChunkedDecoder(long maxBodyBytes, int maxTrailerBytes)
    {
        _maxBodyBytes = maxBodyBytes;
        _maxTrailerBytes = maxTrailerBytes;
    }

    private enum Phase : byte
    {
        Size,
        Data,
        DataEnd,
        Trailers,
        Done,
    }

    /// <summary>Bytes read: all before this offset is done with.</summary>
    public int Read { get; private set; }

    /// <summary>Bytes of the decoded body, at the start of the buffer.</summary>
    public int Written { get; private set; }

    /// <summary>Why the body was refused, after <see cref="ParseStatus.Invalid"/>.</summary>
    public ProtocolError? Error { get; private set; }

    /// <summary>True when the last chunk and the trailer section were read.</summary>
    public readonly bool IsDone => _phase == Phase.Done;

    /// <summary>The caller dropped all that was read: offsets count from what comes next.</summary>
    public void Restart()
    {
        _earlierBytes += Written;
        Read = Written = 0;
    }

    /// <summary>The caller moved the decoded body up to what was not read yet: offsets count from its new start.</summary>
    public void CloseGap() => Read = Written;

    /// <summary>Decodes on.</summary>
    /// <param name="body">All bytes from the start of the body, decoded ones and new ones.</param>
    public ParseStatus Decode(Span<byte> body)
    {
        while (_phase != Phase.Done)
        {
            Error = _phase switch
            {
                Phase.Size => ReadSize(body),
                Phase.Data => MoveData(body),
                Phase.DataEnd => ReadDataEnd(body),
                _ => ReadTrailer(body),
            };
            if (Error is not null)
            {
                return ReferenceEquals(Error, NeedMore) ? Wait() : ParseStatus.Invalid;
            }
        }

        return ParseStatus.Complete;
    }

    /// <summary>Not an error: the phase cannot go on without more bytes.</summary>
    private static readonly ProtocolError NeedMore = new(0, "", "");

    private ParseStatus Wait()
    {
        Error = null;
        return ParseStatus.Incomplete;
    }

    private ProtocolError? ReadSize(ReadOnlySpan<byte> body)
    {
        if (ReadLine(body, MaxSizeLineBytes, ProtocolErrors.ChunkLineTooLong, out var line) is { } error)
        {
            return error;
        }

        int digits = 0;
        long size = 0;
        for (int value; digits < line.Length && (value = Grammar.HexValue(line[digits])) >= 0; digits++)
        {
            // Saturates far above any limit: more digits than a long holds are merely too large.
            size = Math.Min((size << 4) | (uint)value, long.MaxValue >> 8);
        }

        // White space after a size, even before an extension, is refused: readers differ in where such a size ends.
        if (digits == 0 || (digits < line.Length && line[digits] != ';'))
        {
            return ProtocolErrors.ChunkSizeInvalid;
        }

        if (digits < line.Length && !ChunkExtensions.AreValid(line[digits..]))
        {
            return ProtocolErrors.ChunkExtensionInvalid;
        }

        _extensionBytes += line.Length - digits;
        if (_extensionBytes > MaxExtensionBytes)
        {
            return ProtocolErrors.ChunkLineTooLong;
        }

        if (size > _maxBodyBytes - _earlierBytes - Written)
        {
            return ProtocolErrors.BodyTooLarge;
        }

        _remaining = size;
        _phase = size == 0 ? Phase.Trailers : Phase.Data;
        return null;
    }

    private ProtocolError? MoveData(Span<byte> body)
    {
        int length = (int)Math.Min(_remaining, body.Length - Read);
        if (Read != Written)
        {
            body.Slice(Read, length).CopyTo(body[Written..]);
        }

        Read += length;
        Written += length;
        _remaining -= length;
        if (_remaining > 0)
        {
            return NeedMore;
        }

        _phase = Phase.DataEnd;
        return null;
    }

    private ProtocolError? ReadDataEnd(ReadOnlySpan<byte> body)
    {
        var rest = body[Read..];
        if (rest.Length < 2)
        {
            return rest.IsEmpty || rest[0] == '\r' ? NeedMore : ProtocolErrors.ChunkEndMissing;
        }

        if (!rest.StartsWith("\r\n"u8))
        {
            return ProtocolErrors.ChunkEndMissing;
        }

        Read += 2;
        _phase = Phase.Size;
        return null;
    }

    private ProtocolError? ReadTrailer(ReadOnlySpan<byte> body)
    {
        int start = Read;
        if (ReadLine(body, _maxTrailerBytes - _trailerBytes, ProtocolErrors.HeadTooLarge, out var line) is { } error)
        {
            return error;
        }

        _trailerBytes += Read - start;
        if (line.IsEmpty)
        {
            _phase = Phase.Done;
            return null;
        }

        return FieldSyntax.Split(line, out _, out _);
    }

    private ProtocolError? ReadLine(ReadOnlySpan<byte> body, int limit, ProtocolError tooLong, out ReadOnlySpan<byte> line)
    {
        line = default;
        var rest = body[Read..];

        // What was searched in an earlier call is not searched again: a line that comes byte by byte costs no more than its length.
        int searchable = Math.Min(rest.Length, limit - 1);
        int stop = _lineScanned < searchable ? rest[_lineScanned..searchable].IndexOfAny(Grammar.Controls) : -1;
        if (stop < 0)
        {
            _lineScanned = Math.Max(_lineScanned, searchable);
            return searchable == limit - 1 ? tooLong : NeedMore;
        }

        stop += _lineScanned;
        _lineScanned = stop;
        if (rest[stop] != '\r')
        {
            return rest[stop] == '\n' ? ProtocolErrors.BareLineFeed : ProtocolErrors.ControlByte;
        }

        if (stop + 1 == rest.Length)
        {
            return NeedMore;
        }

        if (rest[stop + 1] != '\n')
        {
            return ProtocolErrors.BareCarriageReturn;
        }

        line = rest[..stop];
        _lineScanned = 0;
        Read += stop + 2;
        return null;
    }
}
