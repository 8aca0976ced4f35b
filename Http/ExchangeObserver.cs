namespace Stryke.Web.Http;

/// <summary>
/// Is told of every exchange of one core when it has ended, once, on that core: also of those that the server refused and that the client abandoned. For
/// access logs. See <see cref="HttpOptions.Observe"/>.
/// </summary>
public abstract class ExchangeObserver
{
    /// <summary>An exchange has ended. Its request is still valid, as far as it had come: one that was refused may have no more than a part of its first line.</summary>
    /// <param name="exchange">The exchange; its response may already be another's.</param>
    /// <param name="end">What became of it.</param>
    public abstract void OnEnded(HttpExchange exchange, in ExchangeEnd end);
}
