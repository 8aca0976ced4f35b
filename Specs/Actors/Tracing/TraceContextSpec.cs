using System.Text;
using Stryke.Web.Actors.Tracing;
using Xunit;

namespace Stryke.Web.Specs.Actors.Tracing;

/// <summary>W3C Trace Context, §3.2: the traceparent field.</summary>
public sealed class TraceContextSpec
{
    private const string Trace = "12345678901234567890123456789012";
    private const string Span = "1234567890123456";

    [Theory]
    [InlineData($"00-{Trace}-{Span}-00", false)]
    [InlineData($"00-{Trace}-{Span}-01", true)]
    [InlineData($"00-{Trace}-{Span}-ff", true)]
    [InlineData($"00-{Trace}-{Span}-fe", false)]
    // §4.3: a later version may have more behind a dash.
    [InlineData($"cc-{Trace}-{Span}-01", true)]
    [InlineData($"cc-{Trace}-{Span}-01-what-the-future-will-be-like", true)]
    public void A_valid_traceparent_is_taken(string field, bool isSampled)
    {
        Assert.True(TraceContext.TryParse(Encoding.ASCII.GetBytes(field), out var caller));
        Assert.Equal((Trace, Span, isSampled), (TraceIdOf(caller), SpanIdOf(caller), caller.IsSampled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData($"00-{Trace}-{Span}")]
    [InlineData($"00-{Trace}-{Span}-1")]
    [InlineData($"00-{Trace}-{Span}-01.")]
    [InlineData($"00-{Trace}-{Span}-01-what-the-future-will-be-like")]
    [InlineData($"cc-{Trace}-{Span}-01.what-the-future-will-be-like")]
    [InlineData($"ff-{Trace}-{Span}-01")]
    [InlineData($".0-{Trace}-{Span}-01")]
    [InlineData($"0.-{Trace}-{Span}-01")]
    [InlineData($"CC-{Trace}-{Span}-01")]
    [InlineData($"000-{Trace}-{Span}-01")]
    [InlineData($"0-{Trace}-{Span}-01")]
    [InlineData($"00-00000000000000000000000000000000-{Span}-01")]
    [InlineData($"00-.2345678901234567890123456789012-{Span}-01")]
    [InlineData($"00-1234567890123456789012345678901.-{Span}-01")]
    [InlineData($"00-A2345678901234567890123456789012-{Span}-01")]
    [InlineData($"00-{Trace}3-{Span}-01")]
    [InlineData($"00-1234567890123456789012345678901-{Span}-01")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    [InlineData($"00-{Trace}-.234567890123456-01")]
    [InlineData($"00-{Trace}-123456789012345A-01")]
    [InlineData($"00-{Trace}-{Span}7-01")]
    [InlineData($"00-{Trace}-123456789012345-01")]
    [InlineData($"00-{Trace}-{Span}-.0")]
    [InlineData($"00-{Trace}-{Span}-0.")]
    [InlineData($"00-{Trace}-{Span}-0A")]
    [InlineData($"00_{Trace}-{Span}-01")]
    [InlineData($"00-{Trace}_{Span}-01")]
    [InlineData($"00-{Trace}-{Span}_01")]
    [InlineData($" 00-{Trace}-{Span}-01")]
    [InlineData($"00-+2345678901234567890123456789012-{Span}-01")]
    // Two fields, as they are joined.
    [InlineData($"00-{Trace}-{Span}-01, 00-{Trace}-{Span}-01")]
    public void An_invalid_traceparent_is_not(string field)
    {
        Assert.False(TraceContext.TryParse(Encoding.ASCII.GetBytes(field), out var caller));
        Assert.False(caller.IsValid);
    }

    [Theory]
    [InlineData($"00-{Trace}-{Span}-00")]
    [InlineData($"00-{Trace}-{Span}-01")]
    public void What_was_read_is_written_as_it_was(string field)
    {
        Assert.True(TraceContext.TryParse(Encoding.ASCII.GetBytes(field), out var caller));
        Assert.Equal(field, caller.ToString());
    }

    [Fact]
    public void A_span_belongs_to_the_trace_of_whoever_asked_for_it()
    {
        var caller = TraceContext.NewTrace() with { IsSampled = true };
        var span = caller.NewSpan();
        Assert.Equal((caller.TraceId, caller.SpanId, true), (span.TraceId, span.ParentSpanId, span.IsSampled));
        Assert.NotEqual(caller.SpanId, span.SpanId);
    }

    [Fact]
    public void Without_a_caller_a_span_begins_a_trace()
    {
        Assert.Equal("", default(TraceContext).ToString());
        var span = default(TraceContext).NewSpan();
        Assert.True(span.IsValid);
        Assert.Equal(0UL, span.ParentSpanId);
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-00$", span.ToString());
    }

    [Fact]
    public void New_ids_differ_on_every_thread()
    {
        var traces = new System.Collections.Concurrent.ConcurrentBag<TraceContext>();
        Parallel.For(
            0,
            8,
            _ =>
            {
                for (int i = 0; i < 1000; i++)
                    traces.Add(TraceContext.NewTrace());
            }
        );
        Assert.Distinct(traces.Select(trace => trace.TraceId));
        Assert.Distinct(traces.Select(trace => trace.SpanId));
    }

    private static string TraceIdOf(TraceContext trace)
    {
        Span<byte> id = stackalloc byte[TraceContext.TraceIdLength];
        return Encoding.ASCII.GetString(id[..trace.FormatTraceId(id)]);
    }

    private static string SpanIdOf(TraceContext trace)
    {
        Span<byte> id = stackalloc byte[TraceContext.SpanIdLength];
        return Encoding.ASCII.GetString(id[..trace.FormatSpanId(id)]);
    }
}
