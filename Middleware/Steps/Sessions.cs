namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// Keeps <see cref="RequestContext.Session"/>: opened from its cookie by whoever uses it first, sealed into the response when it
/// was changed. A request that does not use it costs nothing.
/// </summary>
/// <remarks>
/// The cookie is HttpOnly and SameSite=Lax, and Secure outside development and over https. The response to a request that used its session
/// is marked <c>Cache-Control: private, no-cache</c> where it says nothing else, so that no cache hands one visitor's page to another.
/// </remarks>
public struct Sessions : IMiddleware
{
    /// <inheritdoc/>
    public readonly void Start(RequestServices services) { }

    /// <inheritdoc/>
    public readonly bool OnRequest(RequestContext context)
    {
        context.KeepsSessions = true;
        return true;
    }

    /// <inheritdoc/>
    public readonly void OnResponse(RequestContext context)
    {
        if (!context.HasSession)
            return;
        SessionCookie.Save(context);
        if (!context.Response.HasHeader("Cache-Control"u8))
            context.Response.AddHeader("Cache-Control"u8, "private, no-cache"u8);
    }
}
