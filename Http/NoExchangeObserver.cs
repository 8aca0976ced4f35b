namespace Stryke.Web.Http;

/// <summary>Stands where nobody observes; it is never called.</summary>
internal readonly struct NoExchangeObserver : IExchangeObserver
{
    public void OnExchangeStarted(HttpExchange exchange) { }

    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) { }
}
