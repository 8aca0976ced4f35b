using System.Diagnostics;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Logging;

/// <summary>
/// A request as a line for people: <c>GET /posts/42 → 200 in 1.3 ms PostsController#Show</c>, and at its end <c>refused</c>, <c>aborted</c>
/// or <c>abandoned</c> where it was not answered as it should.
/// </summary>
internal static class TextAccessLine
{
    public const int MaxBytes = (8 * MaxPathBytes) + 1024;

    private const int MaxPathBytes = 1024;

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> buffer, HttpRequest request, in ExchangeEnd end, AccessLogOptions options)
    {
        var line = new TextLine(buffer);
        line.AddVisible(OrDash(AccessLog.MethodOf(request)), 32);
        line.Add(" "u8);
        line.AddVisible(OrDash(AccessLog.PathOf(request, end.Outcome)), MaxPathBytes);
        if (options.Query && !request.RawQuery.IsEmpty)
        {
            line.Add("?"u8);
            line.AddVisible(request.RawQuery, MaxPathBytes);
        }

        line.Add(" → "u8);
        if (end.Status == 0)
            line.Add("-"u8);
        else
            line.Add(end.Status, "");
        line.Add(" in "u8);
        line.Add(Stopwatch.GetElapsedTime(end.StartedAt).TotalMilliseconds, "F1");
        line.Add(" ms"u8);
        if (request.Handler is { } handler)
        {
            line.Add("  "u8);
            line.Add(handler);
        }

        line.Add(
            end.Outcome switch
            {
                ExchangeOutcome.Refused => "  refused"u8,
                ExchangeOutcome.Aborted => "  aborted"u8,
                ExchangeOutcome.Abandoned => "  abandoned"u8,
                _ => default,
            }
        );
        return line.Written.Length;
    }

    private static ReadOnlySpan<byte> OrDash(ReadOnlySpan<byte> text) => text.IsEmpty ? "-"u8 : text;
}
