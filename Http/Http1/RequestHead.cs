namespace Stryke.Web.Http.Http1;

/// <summary>
/// What the parser found in a request head: offsets from the start of the message, never copies. Reused from request to request.
/// </summary>
internal sealed class RequestHead
{
    private const int UsualFields = 16;

    private FieldLine[] _fields = new FieldLine[UsualFields];
    private int _count;

    public HttpVerb Verb { get; set; }

    public HttpVersion Version { get; set; }

    public ByteRange Method { get; set; }

    public ByteRange Target { get; set; }

    public ByteRange Path { get; set; }

    public ByteRange Query { get; set; }

    /// <summary>The authority of an absolute-form target, else the Host field.</summary>
    public ByteRange Host { get; set; }

    /// <summary>The last valid host. The next is most likely the same, and need not be checked again.</summary>
    public KnownHost LastHost { get; } = new();

    public ByteRange ContentType { get; set; }

    /// <summary>The first Cookie field; more of them are flagged (<see cref="HeadFlags.CookieRepeated"/>).</summary>
    public ByteRange Cookie { get; set; }

    /// <summary>Length in bytes, empty line included.</summary>
    public int Length { get; set; }

    /// <summary>Bytes of a body framed by Content-Length; 0 without one.</summary>
    public long ContentLength { get; set; }

    public HeadFlags Flags { get; set; }

    /// <summary>Where the request line ends, and the first field line begins.</summary>
    public int FieldsStart { get; set; }

    public int FieldCount => _count;

    /// <summary>The field lines, each counted from <see cref="FieldsStart"/>.</summary>
    public ReadOnlySpan<FieldLine> Fields => _fields.AsSpan(0, _count);

    /// <summary>RFC 9112 §9.3: whether the client will send another request on this connection.</summary>
    public bool WantsKeepAlive => (Flags & HeadFlags.Close) == 0 && (Version == HttpVersion.Http11 || (Flags & HeadFlags.KeepAlive) != 0);

    public bool Has(HeadFlags flag) => (Flags & flag) != 0;

    public void Add(FieldLine line)
    {
        if (_count == _fields.Length)
        {
            Array.Resize(ref _fields, _count * 2);
        }

        _fields[_count++] = line;
    }

    /// <summary>Takes the field lines of another head, whose fields have the same bytes.</summary>
    public void SetFields(ReadOnlySpan<FieldLine> lines)
    {
        if (lines.Length > _fields.Length)
        {
            Array.Resize(ref _fields, lines.Length);
        }

        lines.CopyTo(_fields);
        _count = lines.Length;
    }

    public void Reset()
    {
        Verb = HttpVerb.Unknown;
        Method = Target = Path = Query = Host = ContentType = Cookie = default;
        Length = FieldsStart = 0;
        ContentLength = 0;
        Flags = HeadFlags.None;
        _count = 0;
    }

    /// <summary>Shrinks what an unusual request has enlarged.</summary>
    public void Trim()
    {
        if (_fields.Length > UsualFields)
        {
            _fields = new FieldLine[UsualFields];
        }
    }
}
