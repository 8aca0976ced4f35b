using System.Net;
using System.Text;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http;
using Stryke.Web.Http.Connections;
using Stryke.Web.Http.Http1;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Stryke.Web.Middleware.Errors;
using Stryke.Web.Routing;

namespace Stryke.Web.Specs.Middleware;

/// <summary>
/// One connection without a socket: sends real requests through the real parser, the chain and the real response writer, on the
/// calling thread. Keeps cookies as a browser does.
/// </summary>
internal sealed class Visitor<TChain> : IExchangeOwner, IRouteMatcher
    where TChain : struct, IChainLink
{
    private static readonly HttpOptions Limits = new();

    private readonly HttpExchange _exchange;
    private readonly PooledBuffer _output;
    private readonly RequestServices _services;
    private readonly RecentFields _recent = new();
    private TChain _chain;

    internal Visitor(RequestServices services)
    {
        var pool = new BufferPool();
        _output = new PooledBuffer(pool);
        _exchange = new HttpExchange(null, this, new HttpResponse(_output, pool, new ResponseHeads("Stryke")));
        _services = services;
        _chain.Start(services);
    }

    public IPEndPoint? RemoteEndPoint => null;

    public bool IsEncrypted { get; init; }

    /// <summary>The Host field of every request.</summary>
    internal string Host { get; init; } = "example.com";

    /// <summary>Whether each cookie is sent in a line of its own, as proxies do it in front of which HTTP/2 is spoken.</summary>
    internal bool SplitsCookies { get; init; }

    /// <summary>The cookies that the visitor was given, sent along with every request.</summary>
    internal Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>What runs where the action would.</summary>
    internal Action<RequestContext> Action { get; set; } = context => context.Response.Write("ok"u8);

    /// <summary>What the route trie says: route 0, unless told otherwise.</summary>
    internal RouteMatch Route { get; set; } = new(0, default(VerbSet).With(HttpVerb.Get), default);

    public void OnExchangeCompleted() => throw new InvalidOperationException("Nothing is deferred here.");

    internal Reply Get(string target, params string[] fields) => Send("GET", target, "", fields);

    internal Reply Post(string target, string form, params string[] fields) =>
        Send("POST", target, form, ["Content-Type: application/x-www-form-urlencoded", .. fields]);

    internal Reply Send(string method, string target, string body, params string[] fields)
    {
        var reply = Reply.Parse(Exchange(Encode(method, target, body, fields)));
        foreach (string cookie in reply.All("Set-Cookie"))
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..cookie.IndexOf(';')]);
            if (cookie.Contains("Max-Age=0", StringComparison.Ordinal))
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }

        return reply;
    }

    /// <summary>The bytes of a request.</summary>
    internal byte[] Encode(string method, string target, string body, params string[] fields)
    {
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {Host}\r\n");
        if (Cookies.Count > 0)
        {
            head.Append("Cookie: ")
                .AppendJoin(SplitsCookies ? "\r\nCookie: " : "; ", Cookies.Select(c => $"{c.Key}={c.Value}"))
                .Append("\r\n");
        }

        foreach (string field in fields)
            head.Append(field).Append("\r\n");
        if (body.Length > 0)
            head.Append($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(body).ToString());
    }

    /// <summary>
    /// Runs one request as the pipeline does and returns the bytes of the answer, valid until the next one. No step may wait.
    /// </summary>
    internal ReadOnlySpan<byte> Exchange(byte[] message)
    {
        var context = Begin(message);
        var status = context.Enter(ref _chain);
        if (status == ChainStatus.Passed)
            Run(context);
        if (status == ChainStatus.Pending || !context.Leave(ref _chain))
            throw new InvalidOperationException("A step waits; use GetAsync.");
        return Written();
    }

    /// <summary>The same for a chain whose steps may wait.</summary>
    internal async Task<Reply> GetAsync(string target, params string[] fields)
    {
        var context = Begin(Encode("GET", target, "", fields));
        var status = context.Enter(ref _chain);
        while (status == ChainStatus.Pending)
        {
            bool goesOn = await context.WaitForRequest();
            status = context.Resume(ref _chain, goesOn);
        }
        if (status == ChainStatus.Passed)
            Run(context);
        while (!context.Leave(ref _chain))
            await context.WaitForResponse();
        return Reply.Parse(Written());
    }

    RouteMatch IRouteMatcher.Match(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host) => Route;

    bool IRouteMatcher.IsApiPath(ReadOnlySpan<byte> path) => false;

    private RequestContext Begin(byte[] message)
    {
        var request = _exchange.Request;
        request.Reset();
        request.Bind(message, 0);
        var parser = new RequestParser(Limits, _recent);
        if (parser.Parse(message, request.Head) != ParseStatus.Complete)
            throw new InvalidOperationException($"The spec's request is not one: {parser.Error}");
        request.SetBodyLength(message.Length - request.Head.Length);

        var context = RequestContext.Begin(_exchange, _services, this);
        context.SetRoute(Route);
        MethodOverride.Apply(context);
        return context;
    }

    private ReadOnlySpan<byte> Written()
    {
        _exchange.Response.WriteHead(_exchange.Request.Verb == HttpVerb.Head, ConnectionField.None, 0);
        var written = _output.Written();
        _output.Truncate(0);
        return written;
    }

    private void Run(RequestContext context)
    {
        try
        {
            Action(context);
        }
        catch (Exception exception)
        {
            ErrorPages.Failed(context, exception);
        }
    }
}
