namespace Stryke.Web.Http.Http1;

/// <summary>
/// Remembers the fields of the last head that a core read, byte for byte, and what they said. A client says the same in most of its requests, and the clients of
/// a service often say the same as each other; comparing bytes costs a tenth of reading them. What fields say depends on their bytes alone
/// (<see cref="HeadFlags.AbsoluteForm"/> is left out for that), so that equal bytes need no second look.
/// </summary>
/// <remarks>
/// Clients of one core are compared with each other, secrets in their fields included. Nothing can be guessed by it from how long that takes: bytes are compared
/// 16 and more at a time, and a guess that is wrong takes the place of what was remembered, so that there is one for each request of the other client.
/// </remarks>
internal sealed class RecentFields
{
    private readonly byte[] _bytes = new byte[1024];
    private readonly FieldLine[] _lines = new FieldLine[32];
    private int _length;
    private int _count;
    private ByteRange _host;
    private ByteRange _contentType;
    private ByteRange _cookie;
    private long _contentLength;
    private HeadFlags _flags;

    /// <summary>Reads the fields of a head, when they are those that are remembered and the empty line behind them is there, too.</summary>
    /// <param name="message">The message.</param>
    /// <param name="limit">How long a head may be.</param>
    /// <param name="head">Its request line was read.</param>
    /// <returns>False: the fields must be read one by one.</returns>
    public bool TryRead(ReadOnlySpan<byte> message, int limit, RequestHead head)
    {
        int start = head.FieldsStart;
        if (
            _length == 0
            || _length > Math.Min(message.Length, limit) - start
            || !message.Slice(start, _length).SequenceEqual(_bytes.AsSpan(0, _length))
        )
        {
            return false;
        }

        head.SetFields(_lines.AsSpan(0, _count));
        if (!head.Has(HeadFlags.AbsoluteForm))
        {
            head.Host = new ByteRange(start + _host.Start, _host.Length);
        }

        head.ContentType = new ByteRange(start + _contentType.Start, _contentType.Length);
        head.Cookie = new ByteRange(start + _cookie.Start, _cookie.Length);
        head.ContentLength = _contentLength;
        head.Flags |= _flags;
        head.Length = start + _length;
        return true;
    }

    /// <summary>Remembers the fields of a head in place of any before, unless there are unusually many.</summary>
    public void Remember(ReadOnlySpan<byte> message, RequestHead head)
    {
        int start = head.FieldsStart;
        if (head.FieldCount > _lines.Length || head.Has(HeadFlags.AbsoluteForm) || !message[start..head.Length].TryCopyTo(_bytes))
        {
            return;
        }

        _length = head.Length - start;
        head.Fields.CopyTo(_lines);
        _count = head.FieldCount;
        _host = FromFields(head.Host, start);
        _contentType = FromFields(head.ContentType, start);
        _cookie = FromFields(head.Cookie, start);
        _contentLength = head.ContentLength;
        _flags = head.Flags;
    }

    /// <summary>Counts a range from where the fields begin. An absent one is empty wherever it is counted from.</summary>
    private static ByteRange FromFields(ByteRange range, int start) =>
        range == default ? default : new ByteRange(range.Start - start, range.Length);
}
