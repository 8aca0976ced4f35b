using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Errors;

/// <summary>Writes a failed request and its exception to the log, in every environment.</summary>
internal static class FailureLog
{
    internal static void Write(RequestContext context, Exception exception)
    {
        var action = context.RouteInfo is { } route ? $" ({route.Controller}#{route.Action})" : "";
        context.Services.Log.Write($"{HttpVerbs.Name(context.Request.Verb)} {VisiblePath(context.Request)}{action} failed: {exception}");
    }

    // As it was sent, so percent-encoded; whatever else is in it must not make lines of its own.
    private static string VisiblePath(HttpRequest request)
    {
        var path = new StringBuilder();
        foreach (var b in request.RawPath) path.Append(b is > 0x20 and < 0x7F ? (char)b : '?');
        return path.ToString();
    }
}
