using System.Net;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http.Connections;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>
/// One request: a view over the bytes of its connection, valid until the exchange completes. Nothing is copied, and text is made only
/// where a member says so. Spans are empty where the request has nothing to show.
/// </summary>
public sealed class HttpRequest
{
    private IExchangeOwner _owner;
    private BufferPool? _pool;
    private byte[] _buffer = [];
    private int _start;
    private int _bodyLength;
    private string? _path;

    internal HttpRequest(IExchangeOwner owner) => _owner = owner;

    /// <summary>The method; what <see cref="OverrideVerb"/> set, once it was called.</summary>
    public HttpVerb Verb { get; private set; }

    /// <summary>The method as it was sent.</summary>
    public ReadOnlySpan<byte> MethodToken => Head.Method.Of(Message);

    /// <summary>The request target as it was sent, such as <c>/posts?page=2</c>, <c>http://host/posts</c> or <c>*</c>.</summary>
    public ReadOnlySpan<byte> Target => Head.Target.Of(Message);

    /// <summary>
    /// The path as it was sent, percent-encoded; <c>*</c> for OPTIONS of the whole server. It has no dot segments and no broken escapes:
    /// the parser refuses those.
    /// </summary>
    public ReadOnlySpan<byte> RawPath => Head.Path.Length > 0 ? Head.Path.Of(Message) : EmptyPath;

    /// <summary>The query as it was sent, without its question mark. <see cref="FormReader"/> reads it.</summary>
    public ReadOnlySpan<byte> RawQuery => Head.Query.Of(Message);

    /// <summary>The decoded path. Allocates once a request.</summary>
    public string Path => _path ??= PercentEncoding.Decode(RawPath);

    /// <summary>The protocol version of the client.</summary>
    public HttpVersion Version => Head.Version;

    /// <summary>All header fields.</summary>
    public HeaderFields Headers => new(Message, Head.Fields);

    /// <summary>Host and port that the request is for; the authority of an absolute target wins over the field (RFC 9112 §3.2.2).</summary>
    public ReadOnlySpan<byte> Host => Head.Host.Of(Message);

    /// <summary>The <c>Content-Type</c> field.</summary>
    public ReadOnlySpan<byte> ContentType => Head.ContentType.Of(Message);

    /// <summary>The <c>Cookie</c> field. <see cref="CookieReader"/> reads it.</summary>
    public ReadOnlySpan<byte> Cookie => Head.Cookie.Of(Message);

    /// <summary>
    /// The whole body, without the chunked coding, where it was read before the application was called; empty where it is streamed
    /// (<see cref="HttpExchange.RequestBody"/>).
    /// </summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_start + Head.Length, _bodyLength);

    /// <summary>Address of the other end of the connection; null where there is none.</summary>
    public IPEndPoint? RemoteEndPoint => _owner.RemoteEndPoint;

    /// <summary>True when the connection is encrypted.</summary>
    public bool IsHttps => _owner.IsEncrypted;

    internal RequestHead Head { get; } = new();

    private ReadOnlySpan<byte> Message => _buffer.AsSpan(_start);

    // RFC 9112 §3.2.1, RFC 9110 §9.3.7: an absolute target may leave out the path.
    private ReadOnlySpan<byte> EmptyPath => Head.Target.Length == 0 ? default : Head.Verb == HttpVerb.Options ? "*"u8 : "/"u8;

    /// <summary>Makes the request count as another method: for forms, which know only GET and POST. The bytes stay as they are.</summary>
    public void OverrideVerb(HttpVerb verb) => Verb = verb;

    /// <summary>Says where the message lies; called again whenever it moved.</summary>
    internal void Bind(byte[] buffer, int start)
    {
        _buffer = buffer;
        _start = start;
    }

    /// <summary>Another connection uses the request.</summary>
    internal void Attach(IExchangeOwner owner) => _owner = owner;

    /// <summary>The bytes of the body are going to pass through the connection's buffer: the head gets a place of its own.</summary>
    internal void KeepHead(BufferPool pool)
    {
        var own = pool.Rent(Head.Length);
        Message[..Head.Length].CopyTo(own);
        _pool = pool;
        Bind(own, 0);
    }

    /// <summary>
    /// The connection is gone and its buffer is about to serve others, but an application may still look at the request: it gets its own copy.
    /// </summary>
    internal void Detach(IExchangeOwner owner)
    {
        _owner = owner;
        var copy = _buffer.AsSpan(0, _start + Head.Length + _bodyLength).ToArray();
        ReturnHead();
        _buffer = copy;
    }

    /// <summary>The head was parsed and the body is there.</summary>
    internal void Seal(int bodyLength)
    {
        Verb = Head.Verb;
        _bodyLength = bodyLength;
    }

    internal void Reset()
    {
        ReturnHead();
        _buffer = [];
        _start = _bodyLength = 0;
        _path = null;
        Verb = HttpVerb.Unknown;
        Head.Reset();
    }

    private void ReturnHead()
    {
        _pool?.Return(_buffer);
        _pool = null;
    }
}
