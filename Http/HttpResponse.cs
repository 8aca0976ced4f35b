using System.Buffers;
using System.Text;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>
/// A response. The body is written into the output of the connection, after room for the head. The head is written when the exchange
/// completes, as the length is known then. Until then status, fields and body can be changed in any order.
/// </summary>
/// <remarks>
/// For the core of the connection only: no other thread may use it. <c>Server</c>, <c>Date</c>, <c>Content-Length</c> and <c>Connection</c>
/// are written by the server.
/// </remarks>
public sealed partial class HttpResponse : IBufferWriter<byte>
{
    private PooledBuffer _output;
    private readonly ResponseHeads _heads;
    private readonly ResponseFields _fields;
    private readonly PooledBuffer _detached;

    internal HttpResponse(PooledBuffer output, BufferPool pool, ResponseHeads heads)
    {
        _output = output;
        _heads = heads;
        _fields = new ResponseFields(pool);
        _detached = new PooledBuffer(pool);
    }

    /// <summary>Status code, from 200 to 599. Default 200.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not a final status.</exception>
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

    /// <summary>Whether the connection closes after this response.</summary>
    public bool ClosesConnection { get; set; }

    /// <summary>Sets <c>Content-Type</c>, for example to one of <see cref="MediaTypes"/>.</summary>
    /// <exception cref="ArgumentException">The value holds a control byte.</exception>
    public void SetContentType(ReadOnlySpan<byte> mediaType) => _fields.SetContentType(mediaType);

    /// <summary>The value of <c>Content-Type</c>; empty when it is not set. Valid until a field is added.</summary>
    public ReadOnlySpan<byte> ContentType => _fields.ContentType;

    /// <summary>Whether no field is set but <c>Content-Type</c>, if any.</summary>
    public bool HasOnlyContentType => _fields.HasOnlyContentType;

    /// <summary>
    /// Adds a header field beside others of the same name. In <c>Location</c> and <c>Content-Location</c>, characters that are not allowed
    /// in a URL are percent-encoded.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The name is no token or is the server's own (<c>Content-Length</c> and the like), or the value has a control byte, which could split
    /// the response.
    /// </exception>
    public void AddHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => _fields.Add(name, value);

    /// <summary>Adds a header field as UTF-8.</summary>
    public void AddHeader(string name, string value) => AddHeader(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));

    /// <summary>Sets a header field, replacing all of the same name.</summary>
    /// <exception cref="ArgumentException">As for <see cref="AddHeader(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>.</exception>
    public void SetHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        _fields.Remove(name);
        _fields.Add(name, value);
    }

    /// <summary>Sets a header field, replacing all of the same name. The text is sent as UTF-8.</summary>
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
    /// <exception cref="ArgumentException">The cookie is not valid (<see cref="SetCookie.ThrowIfInvalid"/>).</exception>
    public void AddCookie(in SetCookie cookie) => _fields.Add(cookie);

    /// <summary>Resets the response to a 200 without fields and body.</summary>
    public void Reset()
    {
        ClearBody();
        _fields.Clear();
        Status = 200;
        ClosesConnection = false;
    }

    /// <summary>Attaches the response to the output of another connection.</summary>
    internal void Attach(PooledBuffer output) => _output = output;

    /// <summary>Writes the head in front of the body. The response is whole then, at the end of the output.</summary>
    internal void WriteHead(bool isHead, ConnectionField connection, long unixSeconds) =>
        WriteHead(new ResponseFraming(Status, isHead, BodyLength, isChunked: false, connection), unixSeconds);

    /// <summary>Writes the head: in front of the body, or alone when a source is going to write the body.</summary>
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

    /// <summary>Resets the response and returns its buffers.</summary>
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
