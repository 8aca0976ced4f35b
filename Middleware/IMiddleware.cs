namespace Stryke.Web.Middleware;

/// <summary>
/// A step that every request of an app passes on its way in and every response on its way out. Written as a struct, so that
/// the chain of all steps is one piece of straight-line code; named in <c>config/Middleware.cs</c> (<see cref="MiddlewareStack"/>).
/// </summary>
/// <remarks>
/// There is one instance on each core, used by all its connections in turn: fields hold what <see cref="Start"/> prepared,
/// never anything of one request; that belongs in <see cref="RequestContext.Items"/>.
/// </remarks>
public interface IMiddleware
{
    /// <summary>Prepares what stays the same for all requests. Called once on each core, before the first request.</summary>
    /// <param name="services">What the process offers to every request.</param>
    void Start(RequestServices services);

    /// <summary>Sees a request before the action does.</summary>
    /// <returns>True to go on; false when the response was written here and the action shall not run.</returns>
    bool OnRequest(RequestContext context);

    /// <summary>
    /// Sees the response before its head is sealed; headers and body can still be changed. Called innermost first, and only
    /// for a step whose <see cref="OnRequest"/> was called for this request, whatever it returned.
    /// </summary>
    void OnResponse(RequestContext context);
}
