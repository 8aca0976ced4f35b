using Stryke.Web.Actors;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http.Http1;
using Stryke.Web.Http.Proxies;

namespace Stryke.Web.Http.Connections;

/// <summary>
/// What all connections of one core share: the application's instance for it, the options, the encoded heads, and the exchanges that nobody
/// uses just now.
/// </summary>
internal sealed class ServedCore<TApp, TObserver>(Core core, HttpOptions options, TApp application, TObserver? observer)
    where TApp : struct, IHttpApplication
    where TObserver : struct, IExchangeObserver
{
    private const int MostKept = 256;

    private readonly Stack<HttpExchange> _idle = new();

    /// <summary>A field, not a property: calls on it reach the struct itself, without a copy.</summary>
    public TApp Application = application;

    public Core Core { get; } = core;

    public HttpOptions Options { get; } = options;

    /// <summary>Unread bytes that a connection holds when no body is on its way: a head, and what was pipelined behind it.</summary>
    public int InputLimitBytes { get; } = InputLimitOf(options);

    /// <summary>A field, as <see cref="Application"/>. Not to be called unless <see cref="IsObserved"/>.</summary>
    public TObserver Observer = observer ?? default;

    public bool IsObserved { get; } = observer is not null;

    /// <summary>Whether anybody wants to know of a head before the application does.</summary>
    public bool LooksAtHeads { get; } = options.Proxies is not null || observer is not null || options.FollowsTraces;

    /// <summary>Null when nobody is trusted.</summary>
    public TrustedPeers? TrustedPeers { get; } = options.Proxies is { } proxies ? new TrustedPeers(proxies) : null;

    public RecentFields RecentFields { get; } = new();

    public ResponseHeads Heads { get; } = new(options.ServerName);

    public static int InputLimitOf(HttpOptions options) => Math.Max(64 * 1024, options.MaxHeadBytes);

    /// <summary>An exchange for a connection that has something to read.</summary>
    public HttpExchange Take(IExchangeOwner owner, PooledBuffer output)
    {
        if (!_idle.TryPop(out var exchange))
        {
            return new HttpExchange(Core, owner, new HttpResponse(output, Core.Buffers, Heads)) { FollowsTraces = Options.FollowsTraces };
        }

        exchange.Attach(owner, output);
        return exchange;
    }

    /// <summary>The connection is idle, or closed.</summary>
    public void Return(HttpExchange exchange)
    {
        exchange.StartedAt = 0;
        exchange.IsAnnounced = false;
        exchange.Response.Release();
        exchange.Request.Release();
        exchange.Request.Head.Trim();
        if (_idle.Count < MostKept)
        {
            _idle.Push(exchange);
        }
    }
}
