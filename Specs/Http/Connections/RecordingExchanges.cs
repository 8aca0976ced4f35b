using System.Collections.Concurrent;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Http;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>Keeps what it is told of exchanges.</summary>
internal sealed class RecordingExchanges : IExchangeObserver
{
    private readonly ConcurrentQueue<(string What, TraceContext Trace, ExchangeEnd End)> _told = [];
    private readonly SemaphoreSlim _ended = new(0);

    /// <summary>What it was told, in order: <c>started</c> or <c>ended</c>, of which request, and how that ended.</summary>
    public IReadOnlyList<(string What, TraceContext Trace, ExchangeEnd End)> Told => [.. _told];

    public void OnExchangeStarted(HttpExchange exchange) => _told.Enqueue(("started", exchange.Request.Trace, default));

    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end)
    {
        _told.Enqueue(("ended", exchange.Request.Trace, end));
        _ended.Release();
    }

    /// <summary>Waits until one more exchange has ended.</summary>
    public async Task NextEnd()
    {
        if (!await _ended.WaitAsync(TimeSpan.FromSeconds(30)))
            throw new TimeoutException($"No exchange has ended. Told so far: {string.Join(", ", _told)}");
    }
}
