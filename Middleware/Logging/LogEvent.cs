using System.Buffers;
using System.Text;
using System.Text.Json;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Faults;

namespace Stryke.Web.Middleware.Logging;

/// <summary>What is told of something that is no request's ordinary end: rare, so it may allocate.</summary>
internal static class LogEvent
{
    /// <summary>A message of the framework itself.</summary>
    public static byte[] Of(string message) => Write(json => json.WriteString("message", message));

    /// <summary>A fault that is not of one request.</summary>
    public static byte[] Of(string message, Exception fault, string? sourceRoot) =>
        Write(json =>
        {
            json.WriteString("message", $"{message}: {fault.Message}");
            json.WriteString("exception", FaultText.Of(fault, sourceRoot));
        });

    /// <summary>A request that failed.</summary>
    public static byte[] Of(HttpRequest request, Exception fault, string? sourceRoot)
    {
        Span<byte> id = stackalloc byte[HttpRequest.MaxIdBytes];
        string requestId = Encoding.ASCII.GetString(id[..request.FormatId(id)]);
        var trace = request.Trace;
        var (method, path, handler) = (HttpVerbs.Name(request.Verb), request.PrintablePath, request.Handler);
        return Write(json =>
        {
            json.WriteString("id", requestId);
            WriteTrace(json, trace);
            json.WriteString("method", method);
            json.WriteString("path", path);
            json.WriteString("action", handler);
            json.WriteString("message", fault.Message);
            json.WriteString("exception", FaultText.Of(fault, sourceRoot));
        });
    }

    /// <summary>Lines that did not get into the log.</summary>
    public static byte[] OfDropped(long lines) =>
        Write(json =>
        {
            json.WriteString("message", "lines dropped: the log is written slower than it grows");
            json.WriteNumber("dropped", lines);
        });

    /// <summary>A request that failed, for people.</summary>
    public static string TextOf(HttpRequest request, Exception fault, string? sourceRoot) =>
        $"{request.Summary} failed: {FaultText.Of(fault, sourceRoot)}";

    /// <summary>The trace that a line belongs to; nothing where there is none.</summary>
    public static void WriteTrace(Utf8JsonWriter json, in TraceContext trace)
    {
        if (!trace.IsValid)
            return;
        Span<byte> id = stackalloc byte[TraceContext.TraceIdLength];
        json.WriteString("trace", id[..trace.FormatTraceId(id)]);
    }

    /// <summary>An object with the time, a level, and what <paramref name="fields"/> writes.</summary>
    public static byte[] Write(string level, Action<Utf8JsonWriter> fields)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString(
                "time",
                DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture)
            );
            json.WriteString("level", level);
            fields(json);
            json.WriteEndObject();
        }

        return line.WrittenSpan.ToArray();
    }

    private static byte[] Write(Action<Utf8JsonWriter> fields) => Write("error", fields);
}
