using Stryke.Web.Actors.Tracing;

namespace Stryke.Web.Http;

/// <summary>The trace of a request, read from its <c>traceparent</c> and <c>tracestate</c> (W3C Trace Context).</summary>
internal static class RequestTrace
{
    // Anybody can send the field; only a proxy's is worth more than ours.
    public static TraceContext Of(HttpRequest request) =>
        request.IsFromProxy && request.Headers.TryGet("traceparent"u8, out var given) && TraceContext.TryParse(given, out var caller)
            ? caller.NewSpan()
            : TraceContext.NewTrace();

    // §3.3: without a valid traceparent there is no tracestate.
    public static ReadOnlySpan<byte> StateOf(HttpRequest request) =>
        request.Trace.ParentSpanId != 0 && request.Headers.TryGet("tracestate"u8, out var state) && TraceState.IsValid(state)
            ? state
            : default;
}
