using System.Diagnostics;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>
/// Writes a line for each request, in development unless told otherwise (<see cref="RequestServices.LogRequests"/>):
/// <c>GET /posts/42 → 200 in 1.3 ms  PostsController#Show</c>. The query is left out, as it may hold secrets.
/// </summary>
public struct RequestLog : IMiddleware
{
    private const int MaxPathBytes = 1024;

    private LogWriter? _log;
    private byte[] _line;

    /// <inheritdoc/>
    public void Start(RequestServices services)
    {
        if (!services.LogRequests) return;
        _log = services.Log;
        _line = new byte[(4 * MaxPathBytes) + 512];
    }

    /// <inheritdoc/>
    public readonly bool OnRequest(RequestContext context)
    {
        if (_log is not null) context.StartedAt = Stopwatch.GetTimestamp();
        return true;
    }

    /// <inheritdoc/>
    public readonly void OnResponse(RequestContext context) => _log?.Write(Line(context));

    private readonly ReadOnlySpan<byte> Line(RequestContext context)
    {
        var request = context.Request;
        var line = new LogLine(_line);
        line.AddVisible(request.Verb == HttpVerb.Unknown ? request.MethodToken : HttpVerbs.Token(request.Verb), 32);
        line.Add(" "u8);
        line.AddVisible(request.RawPath, MaxPathBytes);
        line.Add(" → "u8);
        line.Add(context.Response.Status, "");
        line.Add(" in "u8);
        line.Add(Stopwatch.GetElapsedTime(context.StartedAt).TotalMilliseconds, "F1");
        line.Add(" ms"u8);
        if (context.RouteInfo is { } route)
        {
            line.Add("  "u8);
            line.Add(route.Controller);
            line.Add("#"u8);
            line.Add(route.Action);
        }

        return line.Written;
    }
}
