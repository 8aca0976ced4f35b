using Stryke.Web.Http;
using Stryke.Web.Middleware;

namespace Stryke.Web.Controllers;

/// <summary>
/// The base of controllers for programs instead of browsers. They have a middleware stack of their own
/// (<see cref="MiddlewareStack.DrawApi"/>), without sessions, cookies and form tokens: nothing that a browser sends by itself counts, so no
/// other site can use it. Clients say who they are with a bearer token (RFC 6750). What goes wrong is answered as
/// <c>application/problem+json</c> (RFC 9457), also where no route matches below a path that only API controllers answer.
/// </summary>
public abstract class ApiController : Controller
{
    private const string NoSession =
        "An ApiController has no session, cookies or flash: identify the client by its BearerToken, or derive from Controller.";

    /// <summary>
    /// The token of <c>Authorization: Bearer …</c>, or null. It is what the client says: look it up by its hash, or compare it in constant
    /// time (<see cref="Security.FixedTime"/>), so that the time of an answer does not tell how much of a guess was right.
    /// </summary>
    protected string? BearerToken => BearerCredentials.Of(Request);

    /// <summary>Not in an API.</summary>
    [Obsolete(NoSession, error: true)]
    protected new Session Session => throw new InvalidOperationException(NoSession);

    /// <summary>Not in an API.</summary>
    [Obsolete(NoSession, error: true)]
    protected new Cookies Cookies => throw new InvalidOperationException(NoSession);

    /// <summary>Not in an API.</summary>
    [Obsolete(NoSession, error: true)]
    protected internal new Flash Flash => throw new InvalidOperationException(NoSession);

    /// <summary>
    /// Answers 401 with a challenge: <c>WWW-Authenticate: Bearer</c>, with <c>error="invalid_token"</c> when a token came that is not good
    /// (RFC 6750 §3).
    /// </summary>
    /// <param name="reason">Why, in a sentence that the client may read.</param>
    protected Result Unauthorized(string reason = "A valid bearer token is required.") =>
        Result.Error(ResultKind.Unauthorized, 401, reason);

    /// <summary>Sends the client to another place: 303 after a request that changes something, otherwise 302.</summary>
    /// <param name="path">A path of this site, from <c>Paths</c> say.</param>
    /// <param name="allowExternal">
    /// Whether <paramref name="path"/> may be an address elsewhere. Never when it comes from the request.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="path"/> leads elsewhere and that was not allowed.</exception>
    protected Result RedirectTo(string path, bool allowExternal = false) => base.RedirectTo(path, null, null, allowExternal);
}
