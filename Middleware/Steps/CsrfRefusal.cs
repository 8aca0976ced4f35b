using System.Text;
using Stryke.Web.Middleware.Errors;

namespace Stryke.Web.Middleware.Steps;

/// <summary>The 403 of <see cref="Csrf"/>: what was wrong, and what a developer or a visitor can do about it.</summary>
internal static class CsrfRefusal
{
    internal static void Write(RequestContext context, CsrfVerdict verdict)
    {
        if (context.Services.IsDevelopment)
        {
            ErrorPages.Forbidden(context, Reason(context, verdict), Remedy(verdict));
        }
        else
        {
            ErrorPages.Forbidden(
                context,
                "We could not verify that this request came from a page of this site. The page may have been open for too long.",
                "Go back, reload the page and send it again. Cookies must be allowed."
            );
        }
    }

    private static string Reason(RequestContext context, CsrfVerdict verdict) =>
        verdict switch
        {
            CsrfVerdict.ForeignOrigin => $"The browser says that the request was made by {Origin(context)}, but it was sent to "
                + $"{Encoding.UTF8.GetString(context.Request.Host)}.",
            CsrfVerdict.NoSession =>
                "The request has no session to check its token against: no session cookie came with it, or it is too old, or it was "
                    + "sealed with another master key.",
            CsrfVerdict.NoToken => $"The request has no CSRF token: neither a field {Csrf.FieldName} nor a header {Csrf.HeaderName}.",
            _ => $"The {Csrf.FieldName} of the request does not belong to this visitor's session.",
        };

    private static string Remedy(CsrfVerdict verdict) =>
        verdict switch
        {
            CsrfVerdict.ForeignOrigin =>
                "If a proxy is in front, it must pass the Host header unchanged. Otherwise this is the attack that Csrf prevents.",
            CsrfVerdict.NoSession =>
                "Load the page with the form again and send it with cookies allowed. curl: first a GET with -c jar, then the POST "
                    + "with -b jar.",
            CsrfVerdict.NoToken =>
                "FormFor and ButtonTo write the field by themselves. A form made by hand needs it as a hidden field; a script sends the "
                    + "content of <meta name=\"csrf-token\"> (CsrfMetaTags in the layout) in the header.",
            _ => "Load the page with the form again: its token was made for a session that has been reset since.",
        };

    private static string Origin(RequestContext context) =>
        context.Request.Headers.TryGet("Origin"u8, out var origin) ? Encoding.UTF8.GetString(origin) : "nobody";
}
