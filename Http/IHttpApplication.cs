namespace Stryke.Web.Http;

/// <summary>
/// What a server serves. Implemented by a struct, so that the connection calls it without indirection; one instance a core.
/// </summary>
public interface IHttpApplication
{
    /// <summary>
    /// Says how the body of a request is wanted. Asked once, for a request that has a body, when its head is complete and before any of the
    /// body is taken; the body and what comes after it are not to be looked at. What the application finds out here it may keep in
    /// <see cref="HttpExchange.State"/>: in <see cref="Handle"/>, <see cref="HttpRequest.IsPlanned"/> says that it did. An exception is
    /// answered with 500.
    /// </summary>
    BodyPlan PlanBody(HttpExchange exchange);

    /// <summary>
    /// Answers a request on the core that its connection belongs to: writes <see cref="HttpExchange.Response"/> and calls
    /// <see cref="HttpExchange.Complete"/>, either before it returns or later. An exception is answered with 500 and closes the connection.
    /// </summary>
    void Handle(HttpExchange exchange);
}
