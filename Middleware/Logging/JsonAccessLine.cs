using System.Diagnostics;
using System.Text.Unicode;
using Stryke.Web.Http;

namespace Stryke.Web.Middleware.Logging;

/// <summary>A request as one JSON object. The names and their order are part of the product; docs/guide lists them.</summary>
internal sealed class JsonAccessLine(int core)
{
    private const int MaxPathBytes = 2048,
        MaxTextBytes = 1024,
        MaxNameBytes = 320;

    /// <summary>Two paths, two longer texts, method, host and action, each escaped at its worst; addresses, numbers and names.</summary>
    public const int MaxBytes = (JsonEscaping.MaxExpansion * ((2 * MaxPathBytes) + (2 * MaxTextBytes) + (3 * MaxNameBytes))) + 2048;

    private readonly LogClock _clock = new();

    /// <returns>Bytes written.</returns>
    public int Write(Span<byte> buffer, HttpRequest request, in ExchangeEnd end, AccessLogOptions options)
    {
        var line = new JsonLine(buffer);
        line.Add("{\"time\":\""u8);
        line.Advance(_clock.Write(line.Rest));
        line.Add("\",\"id\":\""u8);
        line.Advance(request.FormatId(line.Rest));
        line.Add("\",\"trace\":\""u8);
        line.Advance(request.Trace.FormatTraceId(line.Rest));
        line.Add("\",\"remote\":"u8);
        AddRemote(ref line, request);
        line.Add(",\"method\":"u8);
        line.AddText(AccessLog.MethodOf(request), MaxNameBytes);
        line.Add(",\"path\":"u8);
        line.AddText(AccessLog.PathOf(request, end.Outcome), MaxPathBytes);
        if (options.Query)
        {
            line.Add(",\"query\":"u8);
            line.AddText(request.RawQuery, MaxPathBytes);
        }

        line.Add(",\"status\":"u8);
        if (end.Status == 0)
            line.Add("null"u8);
        else
            line.Add(end.Status);
        line.Add(",\"outcome\":\""u8);
        line.Add(NameOf(end.Outcome));
        line.Add("\",\"duration_ms\":"u8);
        AddDuration(ref line, Stopwatch.GetElapsedTime(end.StartedAt));
        line.Add(",\"bytes_sent\":"u8);
        line.Add(end.BodyBytesSent);
        line.Add(",\"bytes_received\":"u8);
        line.Add(end.BodyBytesReceived);
        line.Add(request.Version == HttpVersion.Http10 ? ",\"protocol\":\"HTTP/1.0\""u8 : ",\"protocol\":\"HTTP/1.1\""u8);
        line.Add(request.IsHttps ? ",\"scheme\":\"https\",\"host\":"u8 : ",\"scheme\":\"http\",\"host\":"u8);
        line.AddText(request.Host, MaxNameBytes);
        line.Add(",\"action\":"u8);
        AddAction(ref line, request.Handler);
        line.Add(",\"user_agent\":"u8);
        line.AddText(request.Headers.TryGet("User-Agent"u8, out var agent) ? agent : default, MaxTextBytes);
        if (options.Referer)
        {
            line.Add(",\"referer\":"u8);
            line.AddText(request.Headers.TryGet("Referer"u8, out var referer) ? referer : default, MaxTextBytes);
        }

        line.Add(",\"core\":"u8);
        line.Add(core);
        line.Add("}"u8);
        return line.Length;
    }

    private static ReadOnlySpan<byte> NameOf(ExchangeOutcome outcome) =>
        outcome switch
        {
            ExchangeOutcome.Completed => "completed"u8,
            ExchangeOutcome.Refused => "refused"u8,
            ExchangeOutcome.Aborted => "aborted"u8,
            _ => "abandoned"u8,
        };

    private static void AddRemote(ref JsonLine line, HttpRequest request)
    {
        Span<byte> address = stackalloc byte[65];
        line.AddText(address[..request.FormatRemoteAddress(address)], address.Length);
    }

    private static void AddAction(ref JsonLine line, string? handler)
    {
        Span<byte> utf8 = stackalloc byte[MaxNameBytes];
        Utf8.FromUtf16(handler, utf8, out _, out int written);
        line.AddText(utf8[..written], MaxNameBytes);
    }

    // Whole microseconds, as milliseconds with three places.
    private static void AddDuration(ref JsonLine line, TimeSpan duration)
    {
        long microseconds = Math.Max(0, duration.Ticks / TimeSpan.TicksPerMicrosecond);
        line.Add(microseconds / 1000);
        int rest = (int)(microseconds % 1000);
        line.Add([(byte)'.', (byte)('0' + (rest / 100)), (byte)('0' + (rest / 10 % 10)), (byte)('0' + (rest % 10))]);
    }
}
