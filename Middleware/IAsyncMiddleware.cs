namespace Stryke.Web.Middleware;

/// <summary>
/// A step that can wait for something: a token or a limit in a database, another service. While it waits the core goes on with other
/// requests, and each continuation comes back to the request's own core. A call that has its result at once (<c>new(true)</c>,
/// <c>default</c>) allocates nothing.
/// </summary>
/// <example>
/// <code>
/// public struct ApiTokens : IAsyncMiddleware
/// {
///     public void Start(RequestServices services) { }
///
///     public async ValueTask&lt;bool&gt; OnRequest(RequestContext context)
///     {
///         if (await Token.FindBy(t =&gt; t.Text == …) is { } token) { context.Items["token"] = token; return true; }
///         ErrorPages.Unauthorized(context, "The token is not known.");
///         return false;
///     }
///
///     public ValueTask OnResponse(RequestContext context) =&gt; default;
/// }
/// </code>
/// </example>
public interface IAsyncMiddleware : IMiddlewareStep
{
    /// <summary>Sees a request before the action does.</summary>
    /// <returns>
    /// True to go on; false when the response was written here and the action shall not run. An exception is answered as one of an action.
    /// </returns>
    ValueTask<bool> OnRequest(RequestContext context);

    /// <summary>Sees the response before its head is sealed, as <see cref="IMiddleware.OnResponse"/> does.</summary>
    ValueTask OnResponse(RequestContext context);
}
