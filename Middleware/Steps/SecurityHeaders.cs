using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Steps;

/// <summary>
/// Adds the headers that make a browser careful with a response, encoded once at start-up: no guessing of media types, no
/// framing by other sites, no full URLs to other sites, no device features, and for HTML a Content-Security-Policy that allows
/// what comes from this site and no inline script. A response that sets one of them itself wins. What a browser never shows as a
/// document of its own (JSON, plain text, styles, scripts, pictures, fonts) carries only the first: the others would say nothing.
/// </summary>
public struct SecurityHeaders : IMiddleware
{
    private static readonly (string Name, string Value)[] ForAll =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ];

    // data: for the small images that stylesheets embed.
    private static readonly (string Name, string Value) ForHtml = (
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'; form-action 'self'"
    );

    // RFC 6797: only over https, where it means something. Subdomains are the owner's to decide about.
    private static readonly (string Name, string Value) ForHttps = ("Strict-Transport-Security", "max-age=31536000");

    private HeaderLine[] _lines;
    private HeaderLines _all;
    private HeaderLine _noSniff;
    private HeaderLine _html;
    private HeaderLine _https;

    /// <inheritdoc/>
    public void Start(RequestServices services)
    {
        _lines = Array.ConvertAll(ForAll, header => new HeaderLine(header.Name, header.Value));
        _all = HeaderLine.Together(ForAll);
        _noSniff = _lines[0];
        _html = new HeaderLine(ForHtml.Name, ForHtml.Value);
        _https = new HeaderLine(ForHttps.Name, ForHttps.Value);
    }

    /// <inheritdoc/>
    public readonly bool OnRequest(RequestContext context) => true;

    /// <inheritdoc/>
    public readonly void OnResponse(RequestContext context)
    {
        var response = context.Response;
        var type = response.ContentType;
        bool isHtml = type.StartsWith("text/html"u8);
        if (IsData(type))
        {
            if (response.HasOnlyContentType)
                response.AddHeaderLines(_noSniff.Line);
            else
                _noSniff.AddTo(response);
        }
        else if (response.HasOnlyContentType || HasNone(response))
        {
            response.AddHeaderLines(_all);
        }
        else
        {
            foreach (var line in _lines)
                line.AddTo(response);
        }

        if (isHtml)
            _html.AddTo(response);
        if (context.Request.IsHttps)
            _https.AddTo(response);
    }

    /// <summary>A list of what is harmless: anything else, and a response without a type (a redirect), is taken for a document.</summary>
    private static bool IsData(ReadOnlySpan<byte> type) =>
        type.StartsWith("application/json"u8)
        || type.StartsWith("application/problem+json"u8)
        || type.StartsWith("text/plain"u8)
        || type.StartsWith("text/css"u8)
        || type.StartsWith("text/javascript"u8)
        || type.StartsWith("font/"u8)
        || (type.StartsWith("image/"u8) && !type.StartsWith("image/svg"u8));

    // Asked before any is added: what is searched is short then, and the usual answer lets all go in one piece.
    private readonly bool HasNone(HttpResponse response)
    {
        foreach (var line in _lines)
        {
            if (line.IsIn(response))
                return false;
        }

        return true;
    }
}
