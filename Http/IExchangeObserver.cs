namespace Stryke.Web.Http;

/// <summary>
/// Is told of every exchange of a server: when its head is there, and once when it has ended, also where the server refused it
/// or the client abandoned it. For logs, metrics and tracing. Each exchange is told as started before it is told as ended, on
/// the core that it belongs to.
/// </summary>
/// <remarks>
/// Called for every request, so it must be quick and must not throw. The server takes a struct (<see cref="HttpServer"/>), so
/// that the calls are direct.
/// </remarks>
public interface IExchangeObserver
{
    /// <summary>
    /// The head of a request is there, and the application is about to be asked; the route is not known yet. A request that is
    /// refused or abandoned before its head is complete is told here as well, right before its end, with as much of it as had come.
    /// </summary>
    void OnExchangeStarted(HttpExchange exchange);

    /// <summary>
    /// An exchange has ended. Its request is still valid, as far as it had come: one that was refused may have no more than a
    /// part of its first line.
    /// </summary>
    /// <param name="exchange">The exchange; its response may already be another's.</param>
    /// <param name="end">What became of it.</param>
    void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end);
}
