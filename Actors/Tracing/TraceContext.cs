using System.Globalization;
using System.Text;

namespace Stryke.Web.Actors.Tracing;

/// <summary>
/// Where a piece of work stands in a distributed trace, after W3C Trace Context: the trace, the work itself (a span), and the
/// span that asked for it. The default value is no trace.
/// </summary>
/// <param name="TraceId">The trace that the work belongs to; 0 for none.</param>
/// <param name="SpanId">The work itself.</param>
/// <param name="ParentSpanId">Who asked for it; 0 where nobody is known.</param>
/// <param name="IsSampled">Whether whoever began the trace may have recorded it (§3.2.2.5.1).</param>
public readonly partial record struct TraceContext(UInt128 TraceId, ulong SpanId, ulong ParentSpanId, bool IsSampled)
{
    /// <summary>What <see cref="FormatTraceId"/> writes, in bytes.</summary>
    public const int TraceIdLength = 32;

    /// <summary>What <see cref="FormatSpanId"/> writes, in bytes.</summary>
    public const int SpanIdLength = 16;

    /// <summary>Whether there is a trace.</summary>
    public bool IsValid => TraceId != 0;

    /// <summary>A new trace, with its first span.</summary>
    public static TraceContext NewTrace() => new(TraceIds.NextTraceId(), TraceIds.NextSpanId(), 0, IsSampled: false);

    /// <summary>A new span of the same trace, asked for by this one; a new trace where there is none.</summary>
    public TraceContext NewSpan() => IsValid ? new TraceContext(TraceId, TraceIds.NextSpanId(), SpanId, IsSampled) : NewTrace();

    /// <summary>Writes the id of the trace: 32 lower-case hexadecimal digits.</summary>
    /// <param name="utf8">At least <see cref="TraceIdLength"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public int FormatTraceId(Span<byte> utf8) =>
        TraceId.TryFormat(utf8, out int written, "x32", CultureInfo.InvariantCulture) ? written : 0;

    /// <summary>Writes the id of the span: 16 lower-case hexadecimal digits.</summary>
    /// <param name="utf8">At least <see cref="SpanIdLength"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public int FormatSpanId(Span<byte> utf8) => SpanId.TryFormat(utf8, out int written, "x16", CultureInfo.InvariantCulture) ? written : 0;

    /// <summary>The value of a <c>traceparent</c> field that hands the trace on; empty for no trace.</summary>
    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[TraceParentLength];
        return Encoding.ASCII.GetString(utf8[..FormatTraceParent(utf8)]);
    }
}
