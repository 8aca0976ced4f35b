using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Specs.Http.Http1;
using Stryke.Web.Specs.Http.Proxies;
using Xunit;

namespace Stryke.Web.Specs.Http;

/// <summary>W3C Trace Context over the wire: whose trace a request belongs to, and whose word counts.</summary>
public sealed class RequestTraceSpec
{
    private const string Trace = "12345678901234567890123456789012";
    private const string Span = "1234567890123456";
    private const string Parent = $"traceparent: 00-{Trace}-{Span}-01";
    private static readonly ProxyOptions Trusting = new() { Trusted = ProxyScene.Networks("127.0.0.1/32") };

    [Theory]
    [OnEveryBackend]
    public async Task A_request_of_a_trusted_proxy_goes_on_with_its_trace(Backend backend)
    {
        await using var scene = Scene(backend, Trusting);
        Assert.Matches($"^00-{Trace}-(?!{Span})[0-9a-f]{{16}}-01 {Span} $", await scene.AskAsync(Parent));
        Assert.Matches($"^00-{Trace}-", await scene.AskAsync(Parent.Replace("traceparent", "TraceParent", StringComparison.Ordinal)));
    }

    [Theory]
    [OnEveryBackend]
    public async Task Of_anybody_else_and_of_an_invalid_one_it_has_one_of_its_own(Backend backend)
    {
        await using var stranger = Scene(backend, null);
        await using var scene = Scene(backend, Trusting);
        string[] answers =
        [
            await stranger.AskAsync(Parent),
            await scene.AskAsync(),
            await scene.AskAsync(Parent, Parent),
            await scene.AskAsync($"trace-parent: 00-{Trace}-{Span}-01"),
            await scene.AskAsync($"traceparent: ff-{Trace}-{Span}-01", "tracestate: a=1"),
        ];
        Assert.All(answers, answer => Assert.Matches($"^00-(?!{Trace})[0-9a-f]{{32}}-[0-9a-f]{{16}}-00 0000000000000000 $", answer));
        Assert.Distinct(answers);
    }

    [Theory]
    [OnEveryBackend]
    public async Task The_next_request_of_a_connection_has_another(Backend backend)
    {
        await using var scene = Scene(backend, Trusting);
        using var client = await scene.ConnectAsync();
        var first = await client.AskAsync($"GET / HTTP/1.1\r\nHost: x\r\n{Parent}\r\n\r\n");
        var second = await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.StartsWith($"00-{Trace}-", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Trace, second.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foo=1", "foo=1")]
    [InlineData("foo=1,bar=2", "foo=1,bar=2")]
    [InlineData("foo=1 , , bar=a b:;~", "foo=1 , , bar=a b:;~")]
    [InlineData("fw529a3039@dt=1,0a@v=x", "fw529a3039@dt=1,0a@v=x")]
    [InlineData("a_-*/z=1", "a_-*/z=1")]
    [InlineData("", "")]
    [InlineData("foo", "")]
    [InlineData("foo=", "")]
    [InlineData("=1", "")]
    [InlineData("foo =1", "")]
    [InlineData("FOO=1", "")]
    [InlineData("1foo=1", "")]
    [InlineData("foo.bar=1", "")]
    [InlineData("foo@=1", "")]
    [InlineData("@foo=1", "")]
    [InlineData("foo@@bar=1", "")]
    [InlineData("foo@0bar=1", "")]
    [InlineData("foo@abcdefghijklmno=1", "")]
    [InlineData("foo=bar=baz", "")]
    [InlineData("foo=1;bar\t=2", "")]
    public async Task The_tracestate_is_handed_on_whole_or_not_at_all(string field, string handedOn)
    {
        await using var scene = Scene(Backend.Portable, Trusting);
        Assert.EndsWith($" {Span} {handedOn}", await scene.AskAsync(Parent, $"tracestate: {field}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32, 256, true)]
    [InlineData(33, 1, false)]
    [InlineData(1, 257, false)]
    public async Task It_has_at_most_32_members_and_values_of_256_bytes(int members, int valueBytes, bool isHandedOn)
    {
        string field = string.Join(',', Enumerable.Range(0, members).Select(i => $"k{i}={new string('v', valueBytes)}"));
        await using var scene = Scene(Backend.Portable, Trusting);
        Assert.EndsWith(
            isHandedOn ? $" {field}" : $" {Span} ",
            await scene.AskAsync(Parent, $"tracestate: {field}"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [OnEveryBackend]
    public async Task Several_lines_are_one_list(Backend backend)
    {
        await using var scene = Scene(backend, Trusting);
        Assert.EndsWith(" foo=1, bar=2", await scene.AskAsync(Parent, "tracestate: foo=1", "tracestate: bar=2"), StringComparison.Ordinal);
    }

    // The traceparent that would be handed on, the parent's span, and the tracestate.
    private static ProxyScene Scene(Backend backend, ProxyOptions? proxies) =>
        ProxyScene.With(
            backend,
            proxies,
            static exchange =>
            {
                var request = exchange.Request;
                string state = Encoding.ASCII.GetString(request.TraceState);
                exchange.Response.Write($"{request.Trace} {request.Trace.ParentSpanId:x16} {state}");
                exchange.Complete();
            }
        );
}
