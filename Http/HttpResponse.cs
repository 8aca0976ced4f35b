using System.Buffers;
using System.Text;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>
/// One answer. The body is written in place into what the connection sends, with room before it for the head, which is composed when the
/// exchange completes: by then the length is known. Status, fields and body can be changed until then, in any order.
/// </summary>
/// <remarks>
/// Belongs to the connection's core: no other thread may touch it. <c>Server</c>, <c>Date</c>, <c>Content-Length</c> and <c>Connection</c>
/// are written by the server.
/// </remarks>
public sealed class HttpResponse : IBufferWriter<byte>
{
    private PooledBuffer _output;
    private ResponseSource? _source;
    private readonly ResponseHeads _heads;
    private readonly ResponseFields _fields;
    private readonly PooledBuffer _detached;
    private int _start;
    private int _bodyStart;
    private BodyPlace _place;

    internal HttpResponse(PooledBuffer output, BufferPool pool, ResponseHeads heads)
    {
        _output = output;
        _heads = heads;
        _fields = new ResponseFields(pool);
        _detached = new PooledBuffer(pool);
    }

    /// <summary>Where the body is written.</summary>
    private enum BodyPlace : byte
    {
        /// <summary>Nothing is written.</summary>
        None,

        /// <summary>In the connection's output, after the room for the head.</summary>
        Output,

        /// <summary>Elsewhere: the exchange outlived its turn, and an output may be sent at any time, with nothing unfinished in it.</summary>
        Detached,
    }

    /// <summary>Status code, from 200 to 599. Default 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is no final status.</exception>
    public int Status
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 200);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 599);
            field = value;
        }
    } = 200;

    /// <summary>Bytes of the body written so far.</summary>
    public int BodyLength =>
        _place switch
        {
            BodyPlace.Output => _output.Length - _bodyStart,
            BodyPlace.Detached => _detached.Length,
            _ => 0,
        };

    /// <summary>The body written so far; valid until more is written.</summary>
    public ReadOnlySpan<byte> Body =>
        _place switch
        {
            BodyPlace.Output => _output.Written(_bodyStart),
            BodyPlace.Detached => _detached.Written(),
            _ => default,
        };

    /// <summary>True: the connection closes after this answer.</summary>
    public bool ClosesConnection { get; set; }

    /// <summary>Sets <c>Content-Type</c>, for example to one of <see cref="MediaTypes"/>.</summary>
    /// <exception cref="ArgumentException">The value holds a control byte.</exception>
    public void SetContentType(ReadOnlySpan<byte> mediaType) => _fields.SetContentType(mediaType);

    /// <summary>The value of <c>Content-Type</c>; empty when there is none. Valid until a field is added.</summary>
    public ReadOnlySpan<byte> ContentType => _fields.ContentType;

    /// <summary>True when no field is set, or none but <c>Content-Type</c>: no other need be looked for.</summary>
    public bool HasOnlyContentType => _fields.HasOnlyContentType;

    /// <summary>
    /// Adds a header field; one of the same name stays. In <c>Location</c> and <c>Content-Location</c> what may not stand in a URL is
    /// percent-encoded.
    /// </summary>
    /// <exception cref="ArgumentException">The name is no token or is the server's own (<c>Content-Length</c> and the like), or the value holds a
    /// control byte: an answer cannot be split.</exception>
    public void AddHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => _fields.Add(name, value);

    /// <summary>Adds a header field; see <see cref="AddHeader(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>. Text is sent as UTF-8.</summary>
    public void AddHeader(string name, string value) => AddHeader(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a header field in place of all of that name.</summary>
    /// <exception cref="ArgumentException">As for <see cref="AddHeader(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>.</exception>
    public void SetHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        _fields.Remove(name);
        _fields.Add(name, value);
    }

    /// <summary>Adds a header field in place of all of that name. Text is sent as UTF-8.</summary>
    public void SetHeader(string name, string value) => SetHeader(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));

    /// <summary>Removes all header fields of a name.</summary>
    public void RemoveHeader(ReadOnlySpan<byte> name) => _fields.Remove(name);

    /// <summary>True when a header field of that name was added.</summary>
    public bool HasHeader(ReadOnlySpan<byte> name) => _fields.TryGet(name, out _);

    /// <summary>Finds the first header field of a name that was added.</summary>
    public bool TryGetHeader(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) => _fields.TryGet(name, out value);

    /// <summary>Adds whole field lines, beside any of the same names.</summary>
    public void AddHeaderLines(HeaderLines lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        _fields.AddLines(lines);
    }

    /// <summary>Adds a <c>Set-Cookie</c> field.</summary>
    /// <exception cref="ArgumentException">The cookie is not one; see <see cref="SetCookie.WriteTo"/>.</exception>
    public void AddCookie(in SetCookie cookie) => _fields.Add(cookie);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) =>
        _place == BodyPlace.Detached ? _detached.GetSpan(sizeHint) : BeginBody().GetSpan(sizeHint);

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) =>
        _place == BodyPlace.Detached ? _detached.GetMemory(sizeHint) : BeginBody().GetMemory(sizeHint);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        if (_place == BodyPlace.Detached)
        {
            _detached.Advance(count);
        }
        else
        {
            _output.Advance(count);
        }
    }

    /// <summary>Appends bytes to the body.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_place == BodyPlace.Detached)
        {
            _detached.Write(bytes);
        }
        else
        {
            BeginBody().Write(bytes);
        }
    }

    /// <summary>Appends text to the body, as UTF-8.</summary>
    public void Write(string text) => Encoding.UTF8.GetBytes(text, this);

    /// <summary>
    /// Lets the body be written by a source while it is sent, in place of what was written here. Whatever becomes of the answer, the source is disposed of.
    /// </summary>
    public void SetSource(ResponseSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ClearBody();
        _source = source;
    }

    /// <summary>True when a <see cref="ResponseSource"/> will write the body.</summary>
    public bool HasSource => _source is not null;

    /// <summary>Drops the body; status and fields stay.</summary>
    public void ClearBody()
    {
        _source?.Dispose();
        _source = null;
        if (_place == BodyPlace.Output)
        {
            _output.Truncate(_start);
            _place = BodyPlace.None;
        }
        else if (_place == BodyPlace.Detached)
        {
            _detached.Truncate(0);
        }
    }

    /// <summary>Drops everything: the answer is a 200 without fields or body again.</summary>
    public void Reset()
    {
        ClearBody();
        _fields.Clear();
        Status = 200;
        ClosesConnection = false;
    }

    /// <summary>Another connection uses the response.</summary>
    internal void Attach(PooledBuffer output) => _output = output;

    /// <summary>Hands the source over to whoever lets it write; null when the body is whole.</summary>
    internal ResponseSource? TakeSource()
    {
        var source = _source;
        _source = null;
        return source;
    }

    /// <summary>From here on the body is kept out of the output, until it is sealed.</summary>
    internal void DetachBody()
    {
        if (_place == BodyPlace.Output)
        {
            _detached.Write(_output.Written(_bodyStart));
            _output.Truncate(_start);
        }

        _place = BodyPlace.Detached;
    }

    /// <summary>Composes the head before the body. The answer is whole then, at the end of the output.</summary>
    internal void WriteHead(bool isHead, ConnectionField connection, long unixSeconds) =>
        WriteHead(new ResponseFraming(Status, isHead, BodyLength, isChunked: false, connection), unixSeconds);

    /// <summary>Composes the head: before the body, or alone where a source is going to write that.</summary>
    internal void WriteHead(in ResponseFraming framing, long unixSeconds)
    {
        int headLength = _heads.Length(Status) + _fields.Length + framing.Length;
        if (_place == BodyPlace.Output)
        {
            ResizeHeadGap(headLength, framing.CarriesBody);
        }
        else
        {
            _start = _output.Length;
            _output.AppendGap(headLength);
        }

        var head = _output.Written(_start)[..headLength];
        head = head[_heads.Write(Status, unixSeconds, head)..];
        framing.Write(head[_fields.Write(head)..]);
        if (_place == BodyPlace.Detached && framing.CarriesBody)
        {
            _output.Write(_detached.Written());
        }

        _heads.LastLength = headLength;
        ResetState();
    }

    /// <summary>Forgets the answer and gives its buffers back.</summary>
    internal void Release()
    {
        ResetState();
        _fields.Release();
    }

    private void ResetState()
    {
        _source?.Dispose();
        _source = null;
        _place = BodyPlace.None;
        _fields.Clear();
        _detached.Release();
        Status = 200;
        ClosesConnection = false;
    }

    private PooledBuffer BeginBody()
    {
        if (_place == BodyPlace.None)
        {
            if (_source is not null)
            {
                throw new InvalidOperationException("A source writes this answer's body.");
            }

            _start = _output.Length;
            _output.AppendGap(_heads.LastLength);
            _bodyStart = _output.Length;
            _place = BodyPlace.Output;
        }

        return _output;
    }

    private void ResizeHeadGap(int headLength, bool carriesBody)
    {
        int difference = _start + headLength - _bodyStart;
        if (!carriesBody)
        {
            _output.Truncate(_bodyStart);
        }

        if (difference != 0)
        {
            _output.Shift(_bodyStart, difference);
        }
    }
}
