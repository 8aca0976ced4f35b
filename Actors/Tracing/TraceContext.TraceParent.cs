using System.Globalization;

namespace Stryke.Web.Actors.Tracing;

// The traceparent field, W3C Trace Context §3.2: 00-<32 digits of the trace>-<16 digits of the span>-<2 digits of flags>.
public readonly partial record struct TraceContext
{
    /// <summary>What <see cref="FormatTraceParent"/> writes, in bytes.</summary>
    public const int TraceParentLength = 55;

    private const int TraceIdAt = 3;
    private const int SpanIdAt = TraceIdAt + TraceIdLength + 1;
    private const int FlagsAt = SpanIdAt + SpanIdLength + 1;
    private const int Sampled = 1;

    /// <summary>
    /// Reads a <c>traceparent</c>. The result is the span of whoever sent it; <see cref="NewSpan"/> of it is the work that it asks for.
    /// </summary>
    /// <param name="traceParent">The value of the field.</param>
    /// <param name="caller">Who sent it.</param>
    /// <returns>False when the value is invalid: it has to be ignored then, and its <c>tracestate</c> as well.</returns>
    public static bool TryParse(ReadOnlySpan<byte> traceParent, out TraceContext caller)
    {
        caller = default;
        if (
            traceParent.Length < TraceParentLength
            || traceParent[TraceIdAt - 1] != '-'
            || traceParent[SpanIdAt - 1] != '-'
            || traceParent[FlagsAt - 1] != '-'
            || !TryReadHex(traceParent[..2], out ulong version)
            || !IsLengthOf((int)version, traceParent)
            || !TryReadHex(traceParent.Slice(TraceIdAt, 16), out ulong high)
            || !TryReadHex(traceParent.Slice(TraceIdAt + 16, 16), out ulong low)
            || !TryReadHex(traceParent.Slice(SpanIdAt, SpanIdLength), out ulong span)
            || !TryReadHex(traceParent.Slice(FlagsAt, 2), out ulong flags)
        )
        {
            return false;
        }

        // §3.2.2.3, §3.2.2.4: all zeroes are an invalid id.
        if ((high | low) == 0 || span == 0)
        {
            return false;
        }

        caller = new TraceContext(new UInt128(high, low), span, 0, (flags & Sampled) != 0);
        return true;
    }

    /// <summary>
    /// Writes the value of a <c>traceparent</c> that hands the trace on, with this span as the parent; nothing for no trace.
    /// </summary>
    /// <param name="utf8">At least <see cref="TraceParentLength"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public int FormatTraceParent(Span<byte> utf8)
    {
        if (!IsValid)
        {
            return 0;
        }

        "00-"u8.CopyTo(utf8);
        FormatTraceId(utf8[TraceIdAt..]);
        utf8[SpanIdAt - 1] = (byte)'-';
        FormatSpanId(utf8[SpanIdAt..]);
        (IsSampled ? "-01"u8 : "-00"u8).CopyTo(utf8[(FlagsAt - 1)..]);
        return TraceParentLength;
    }

    // §3.2.2.1, §4.3: version ff is invalid, version 00 has nothing behind its flags, and a later one may have more behind a dash.
    private static bool IsLengthOf(int version, ReadOnlySpan<byte> traceParent) =>
        version != 0xFF && (traceParent.Length == TraceParentLength || (version > 0 && traceParent[TraceParentLength] == '-'));

    // Lower case only (§3.2.2).
    private static bool TryReadHex(ReadOnlySpan<byte> digits, out ulong value)
    {
        value = 0;
        return !digits.ContainsAnyInRange((byte)'A', (byte)'F')
            && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
