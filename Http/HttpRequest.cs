using System.Net;
using System.Runtime.CompilerServices;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Http.Connections;
using Stryke.Web.Http.Http1;
using Stryke.Web.Http.Proxies;

namespace Stryke.Web.Http;

/// <summary>
/// A request: a view over the bytes of its connection, valid until the exchange completes. Nothing is copied; members that allocate a
/// string say so. A span is empty when the request does not have the value.
/// </summary>
public sealed class HttpRequest
{
    private IExchangeOwner _owner;
    private BufferPool? _pool;
    private byte[] _buffer = [];
    private int _start;
    private int _bodyLength;
    private string? _path;
    private ForwardedClient? _forwarded;
    private RequestId _id;
    private TraceContext _trace;
    private bool _isTraced;

    internal HttpRequest(IExchangeOwner owner) => _owner = owner;

    /// <summary>The method, or what <see cref="OverrideVerb"/> has set.</summary>
    public HttpVerb Verb { get; private set; }

    /// <summary>The method as it was sent.</summary>
    public ReadOnlySpan<byte> MethodToken => Bytes(Head.Method);

    /// <summary>The request target as it was sent, such as <c>/posts?page=2</c>, <c>http://host/posts</c> or <c>*</c>.</summary>
    public ReadOnlySpan<byte> Target => Bytes(Head.Target);

    /// <summary>
    /// The path as it was sent, percent-encoded; <c>*</c> for OPTIONS of the whole server. It has no dot segments and no broken escapes:
    /// the parser refuses those.
    /// </summary>
    public ReadOnlySpan<byte> RawPath => Head.Path.Length > 0 ? Bytes(Head.Path) : EmptyPath;

    /// <summary>The query as it was sent, without its question mark. <see cref="FormReader"/> reads it.</summary>
    public ReadOnlySpan<byte> RawQuery => Bytes(Head.Query);

    /// <summary>The decoded path. Allocates once a request.</summary>
    public string Path => _path ??= PercentEncoding.Decode(RawPath);

    /// <summary>The protocol version of the client.</summary>
    public HttpVersion Version => Head.Version;

    /// <summary>All header fields. A field in several lines has one value: <see cref="HeaderFields"/> joins them.</summary>
    public HeaderFields Headers => new(_buffer.AsSpan(_start + Head.FieldsStart), Head.Fields);

    /// <summary>
    /// Host and port that the request is for: from a trusted proxy (<see cref="HttpOptions.Proxies"/>), else from an absolute target, else
    /// from the Host field (RFC 9112 §3.2.2).
    /// </summary>
    public ReadOnlySpan<byte> Host => _forwarded is { HasHost: true } forwarded ? forwarded.Host : Bytes(Head.Host);

    /// <summary>The <c>Content-Type</c> field.</summary>
    public ReadOnlySpan<byte> ContentType => Bytes(Head.ContentType);

    /// <summary>
    /// The <c>Cookie</c> field. <see cref="CookieReader"/> reads it. Several lines, which proxies make of the one of an HTTP/2 client, are
    /// joined (RFC 9113 §8.2.3); only that allocates.
    /// </summary>
    public ReadOnlySpan<byte> Cookie =>
        Head.Has(HeadFlags.CookieRepeated) && Headers.TryGet("Cookie"u8, out var joined) ? joined : Bytes(Head.Cookie);

    /// <summary>
    /// The whole body, without the chunked coding, where it was read before the application was called; empty where it is streamed
    /// (<see cref="HttpExchange.RequestBody"/>).
    /// </summary>
    public ReadOnlySpan<byte> Body => _buffer.AsSpan(_start + Head.Length, _bodyLength);

    /// <summary>
    /// Address of the client: from a trusted proxy (<see cref="HttpOptions.Proxies"/>), with port 0 when it does not send one, else the
    /// other end of the connection. Null on a Unix socket, and when the proxy does not send the address.
    /// </summary>
    public IPEndPoint? RemoteEndPoint => _forwarded is { HasNode: true } forwarded ? forwarded.EndPoint : _owner.RemoteEndPoint;

    /// <summary>Address of the other end of the connection, which may be a proxy. Null on a Unix socket.</summary>
    public IPEndPoint? PeerEndPoint => _owner.RemoteEndPoint;

    /// <summary>True when the client's connection is encrypted: to this server, or to the trusted proxy that says so.</summary>
    public bool IsHttps => _forwarded?.IsHttps ?? _owner.IsEncrypted;

    /// <summary>True when the other end of the connection is a trusted proxy (<see cref="HttpOptions.Proxies"/>).</summary>
    public bool IsFromProxy { get; private set; }

    /// <summary>
    /// What handles the request (<c>PostsController#Show</c>), for logs. Set by the application; null until it is known.
    /// </summary>
    public string? Handler { get; set; }

    /// <summary>
    /// The request for logs and reports: <c>GET /posts/42 (PostsController#Show)</c>. The path is percent-encoded, as it was sent, and has
    /// a question mark for each byte that cannot be printed. Allocates.
    /// </summary>
    public string Summary => $"{HttpVerbs.Name(Verb)} {PrintablePath}{(Handler is { } handler ? $" ({handler})" : "")}";

    /// <summary>The path as it was sent, with a question mark for each byte that cannot be printed. Allocates.</summary>
    public string PrintablePath =>
        string.Create(
            RawPath.Length,
            this,
            static (text, request) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    text[i] = request.RawPath[i] is var b and > 0x20 and < 0x7F ? (char)b : '?';
                }
            }
        );

    /// <summary>
    /// Whether the client expects errors as problem details (RFC 9457). Set by the application in <see cref="IHttpApplication.PlanBody"/>,
    /// for the errors of the server after it.
    /// </summary>
    public bool AcceptsProblemDetails { get; set; }

    /// <summary>Whether the application has seen the head of this request already, in <see cref="IHttpApplication.PlanBody"/>.</summary>
    public bool IsPlanned { get; internal set; }

    /// <summary>Writes the address of <see cref="RemoteEndPoint"/> without its port. Does not allocate.</summary>
    /// <param name="utf8">At least 65 bytes.</param>
    /// <returns>Bytes written; 0 when the address is not known.</returns>
    public int FormatRemoteAddress(Span<byte> utf8)
    {
        if (_forwarded is { HasNode: true } forwarded)
        {
            return forwarded.Node.Address?.Format(utf8) ?? 0;
        }

        return _owner.RemoteEndPoint is { } peer && peer.Address.TryFormat(utf8, out int written) ? written : 0;
    }

    /// <summary>
    /// Writes an id for this request: the <c>X-Request-Id</c> of a trusted proxy if it is well-formed (at most 128 letters, digits and
    /// <c>-_.~+/=:</c>), otherwise a unique one. Does not allocate.
    /// </summary>
    /// <param name="utf8">At least <see cref="MaxIdBytes"/>.</param>
    /// <returns>Bytes written.</returns>
    public int FormatId(Span<byte> utf8) => _id.Format(this, utf8);

    /// <summary>The most bytes that <see cref="FormatId"/> writes.</summary>
    public const int MaxIdBytes = 128;

    /// <summary>
    /// Where the request stands in a distributed trace: in that of the <c>traceparent</c> of a trusted proxy where that is
    /// valid, otherwise in one of its own. Made when it is first asked for, without allocating.
    /// </summary>
    public TraceContext Trace
    {
        get
        {
            if (!_isTraced)
            {
                _trace = RequestTrace.Of(this);
                _isTraced = true;
            }

            return _trace;
        }
    }

    /// <summary>
    /// The <c>tracestate</c> that came with <see cref="Trace"/>, to be handed on with it; empty where none did, or an invalid
    /// one.
    /// </summary>
    public ReadOnlySpan<byte> TraceState => RequestTrace.StateOf(this);

    internal RequestHead Head { get; } = new();

    /// <summary>Whether the request is for the server as a whole and not for a resource: <c>OPTIONS *</c>.</summary>
    internal bool IsServerWide => Head.Verb == HttpVerb.Options && RawPath[0] == '*';

    // RFC 9112 §3.2.1, RFC 9110 §9.3.7: an absolute target may leave out the path.
    private ReadOnlySpan<byte> EmptyPath =>
        Head.Target.Length == 0 ? default
        : Head.Verb == HttpVerb.Options ? "*"u8
        : "/"u8;

    /// <summary>Sets the method, for forms, which can send GET and POST only. The bytes stay as they are.</summary>
    public void OverrideVerb(HttpVerb verb) => Verb = verb;

    /// <summary>Sets where the message lies. Called again whenever it has moved.</summary>
    internal void Bind(byte[] buffer, int start)
    {
        // Written only when it has changed, as each write has a cost for the garbage collector.
        if (!ReferenceEquals(_buffer, buffer))
        {
            _buffer = buffer;
        }

        _start = start;
    }

    /// <summary>Attaches the request to another connection.</summary>
    internal void Attach(IExchangeOwner owner) => _owner = owner;

    /// <summary>Copies the head out of the input of the connection, which the body is going to pass through.</summary>
    internal void CopyHead(BufferPool pool)
    {
        byte[] own = pool.Rent(Head.Length);
        _buffer.AsSpan(_start, Head.Length).CopyTo(own);
        _pool = pool;
        Bind(own, 0);
    }

    /// <summary>
    /// Copies the request, as its connection has ended and its buffer is about to be reused while the application may still read it.
    /// </summary>
    internal void Detach(IExchangeOwner owner)
    {
        _owner = owner;
        byte[] copy = _buffer.AsSpan(0, _start + Head.Length + _bodyLength).ToArray();
        ReturnHead();
        _buffer = copy;
    }

    /// <summary>Reads what the head, which a trusted proxy has sent, says about the client.</summary>
    /// <returns>Null, or why the request is refused.</returns>
    internal ProtocolError? TakeForwarded(ProxyOptions options, TrustedPeers trusted)
    {
        var client = _forwarded ??= new ForwardedClient();
        client.Clear();
        IsFromProxy = true;
        var error =
            options.Header == ForwardingHeader.Forwarded
                ? ForwardedReader.Read(this, trusted, client)
                : XForwardedReader.Read(this, trusted, options.XForwarded, client);
        if (error is null)
        {
            client.DropDefaultPort(IsHttps);
        }
        else
        {
            client.Clear();
        }

        return error;
    }

    /// <summary>The head was parsed and the body has arrived.</summary>
    internal void SetBodyLength(int bodyLength)
    {
        Verb = Head.Verb;
        _bodyLength = bodyLength;
    }

    /// <summary>Resets the request. The buffer stays, as the next request most likely uses it.</summary>
    internal void Reset()
    {
        ReturnHead();
        _start = _bodyLength = 0;
        _path = Handler = null;
        _id = default;
        IsFromProxy = AcceptsProblemDetails = IsPlanned = _isTraced = false;
        _forwarded?.Clear();
        Verb = HttpVerb.Unknown;
        Head.Reset();
    }

    /// <summary>Resets the request and releases the buffer.</summary>
    internal void Release()
    {
        Reset();
        _buffer = [];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Bytes(ByteRange range) => _buffer.AsSpan(_start + range.Start, range.Length);

    private void ReturnHead()
    {
        if (_pool is null)
        {
            return;
        }

        _pool.Return(_buffer);
        _pool = null;
        _buffer = [];
    }
}
