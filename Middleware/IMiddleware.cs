namespace Stryke.Web.Middleware;

/// <summary>
/// A step that every request of an app passes on its way in and every response on its way out; named in <c>config/Middleware.cs</c>
/// (<see cref="MiddlewareStack"/>). It never waits: one that has to is an <see cref="IAsyncMiddleware"/>.
/// </summary>
public interface IMiddleware : IMiddlewareStep
{
    /// <summary>Sees a request before the action does.</summary>
    /// <returns>True to go on; false when the response was written here and the action shall not run.</returns>
    bool OnRequest(RequestContext context);

    /// <summary>
    /// Sees the response before its head is sealed; headers and body can still be changed. Called innermost first, and only
    /// for a step whose <see cref="OnRequest"/> was called for this request, whatever it returned.
    /// </summary>
    void OnResponse(RequestContext context);
}
