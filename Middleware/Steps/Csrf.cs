using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// Refuses requests that another site made a visitor's browser send. A request with an unsafe verb must come from this site (its
/// <c>Origin</c>, where the browser tells it) and carry a token of the visitor's session, as the field
/// <c>authenticity_token</c> or in the header <c>X-CSRF-Token</c>; otherwise it is answered with 403 and the reason. One without any cookie
/// that has a JSON body or a bearer token needs none: a browser sends neither to another site without asking it first.
/// </summary>
/// <remarks>
/// Stands inside <see cref="Sessions"/>. GET, HEAD, OPTIONS and TRACE pass and cost nothing: actions behind them must not change anything.
/// </remarks>
public struct Csrf : IMiddleware
{
    /// <summary>The form field that carries the token.</summary>
    public const string FieldName = "authenticity_token";

    /// <summary>The header that carries the token, for scripts.</summary>
    public const string HeaderName = "X-CSRF-Token";

    private const string SecretName = "_csrf";

    /// <summary>
    /// The token that this request's page puts into its forms. The first one in a session makes the session's secret, and with
    /// it the cookie.
    /// </summary>
    /// <returns>86 characters of base64url; another text for every request.</returns>
    public static string TokenFor(RequestContext context)
    {
        if (context.CsrfToken is { } known && context.Session.Contains(SecretName))
            return known;
        if (context.Session[SecretName] is not { } secret || CsrfToken.Mask(secret) is not { } token)
        {
            secret = CsrfToken.NewSecret();
            context.Session[SecretName] = secret;
            token = CsrfToken.Mask(secret)!;
        }

        return context.CsrfToken = token;
    }

    /// <inheritdoc/>
    public readonly void Start(RequestServices services) { }

    /// <inheritdoc/>
    public readonly bool OnRequest(RequestContext context)
    {
        // Where no route matched nothing will run: 404 and 405 say more than 403.
        if (HttpVerbs.IsSafe(context.Request.Verb) || !context.Route.IsFound)
            return true;

        var verdict = Judge(context);
        if (verdict == CsrfVerdict.Genuine)
            return true;
        CsrfRefusal.Write(context, verdict);
        return false;
    }

    /// <inheritdoc/>
    public readonly void OnResponse(RequestContext context) { }

    private static CsrfVerdict Judge(RequestContext context)
    {
        if (context.Request.Headers.TryGet("Origin"u8, out var origin) && !IsOwn(origin, context.Request))
            return CsrfVerdict.ForeignOrigin;
        if (CannotBeForged(context))
            return CsrfVerdict.Genuine;
        if (context.Session[SecretName] is not { } secret)
            return CsrfVerdict.NoSession;
        if (SentToken(context) is not { } token)
            return CsrfVerdict.NoToken;
        return CsrfToken.Fits(token, secret) ? CsrfVerdict.Genuine : CsrfVerdict.WrongToken;
    }

    private static string? SentToken(RequestContext context) =>
        context.Request.Headers.TryGet("X-CSRF-Token"u8, out var header) ? Encoding.UTF8.GetString(header)
        : context.HasFields ? context.Form[FieldName]
        : null;

    // What a browser attaches by itself is what can be forged. Without a cookie that leaves what the scripts of other sites cannot add to a
    // request unless the server agrees first (Fetch Standard, CORS preflight): a bearer token, a body of JSON. Forms are not among it:
    // signing a visitor in as somebody else needs no cookie.
    private static bool CannotBeForged(RequestContext context) =>
        context.Request.Cookie.IsEmpty && (context.HasJsonBody || BearerCredentials.IsIn(context.Request));

    // A page that came over https is not to be trusted less than that; that it came over http is not known for sure, as a proxy that ends
    // TLS need not say so. So the scheme of the origin is taken for the request's then, and the ports that go without saying are that
    // scheme's.
    private static bool IsOwn(ReadOnlySpan<byte> text, HttpRequest request) =>
        WebOrigin.TryParse(text, out var origin)
        && WebOrigin.TryMake(request.IsHttps || origin.IsHttps, request.Host, out var own)
        && origin.IsSame(own);
}
