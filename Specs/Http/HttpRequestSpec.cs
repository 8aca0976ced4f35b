using System.Text;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http;

public class HttpRequestSpec
{
    private readonly ExchangeHarness _harness = new();

    [Fact]
    public void A_request_is_a_view_of_its_bytes() =>
        See(
            "POST /caf%C3%A9/1?x=%20&y HTTP/1.1\r\nHost: example.org:81\r\nContent-Type: text/plain\r\nCookie: a=1\r\n"
                + "Content-Length: 4\r\n\r\nbody",
            request =>
            {
                Assert.Equal(HttpVerb.Post, request.Verb);
                Assert.Equal(HttpVersion.Http11, request.Version);
                Assert.Equal("POST", Text(request.MethodToken));
                Assert.Equal("/caf%C3%A9/1?x=%20&y", Text(request.Target));
                Assert.Equal("/caf%C3%A9/1", Text(request.RawPath));
                Assert.Equal("x=%20&y", Text(request.RawQuery));
                Assert.Equal("/café/1", request.Path);
                Assert.Same(request.Path, request.Path);
                Assert.Equal("example.org:81", Text(request.Host));
                Assert.Equal("text/plain", Text(request.ContentType));
                Assert.Equal("a=1", Text(request.Cookie));
                Assert.Equal("body", Text(request.Body));
                Assert.Equal(4711, request.RemoteEndPoint!.Port);
                Assert.False(request.IsHttps);
            }
        );

    [Fact]
    public void What_is_absent_is_empty() =>
        See(
            "GET / HTTP/1.0\r\n\r\n",
            request =>
            {
                Assert.Equal(HttpVersion.Http10, request.Version);
                Assert.True(request.RawQuery.IsEmpty);
                Assert.True(request.Host.IsEmpty);
                Assert.True(request.ContentType.IsEmpty);
                Assert.True(request.Cookie.IsEmpty);
                Assert.True(request.Body.IsEmpty);
                Assert.Equal(0, request.Headers.Count);
            }
        );

    [Fact]
    public void RFC9110_5_1_fields_are_found_whatever_their_case() =>
        See(
            "GET / HTTP/1.1\r\nhOsT: x\r\nACCEPT:  a \r\naccept: b\r\nX-Empty:\r\n\r\n",
            request =>
            {
                Assert.True(request.Headers.TryGet("Accept"u8, out var value));
                Assert.Equal("a, b", Text(value));
                Assert.True(request.Headers.TryGet("x-empty"u8, out value));
                Assert.True(value.IsEmpty);
                Assert.False(request.Headers.TryGet("X-Absent"u8, out _));
                Assert.True(request.Headers.Contains("HOST"u8));
                var all = new List<string>();
                foreach (var field in request.Headers)
                {
                    all.Add($"{Text(field.Name)}={Text(field.Value)}");
                }

                Assert.Equal(["hOsT=x", "ACCEPT=a", "accept=b", "X-Empty="], all);
            }
        );

    [Theory]
    [InlineData("Accept: text/html\r\nX: y\r\naccept: */*\r\n", "Accept", "text/html, */*")]
    [InlineData("If-None-Match: \"a\"\r\nIf-None-Match:\r\nIf-None-Match: \"b\"\r\n", "if-none-match", "\"a\", , \"b\"")]
    [InlineData("Cookie: a=1\r\nCOOKIE: b=2; c=3\r\n", "Cookie", "a=1; b=2; c=3")]
    [InlineData("X-Own: 1\r\nX-Own: 2\r\n", "X-Own", "1, 2")]
    [InlineData("X-Owner: 1\r\n", "X-Own", null)]
    public void RFC9110_5_3_several_lines_are_one_value(string lines, string name, string? value) =>
        See(
            $"GET / HTTP/1.1\r\nHost: x\r\n{lines}\r\n",
            request =>
            {
                Assert.Equal(value, request.Headers[name]);
                Assert.Equal(value is not null, request.Headers.Contains(Encoding.ASCII.GetBytes(name)));
                Assert.Equal(value is not null, request.Headers.TryGet(Encoding.ASCII.GetBytes(name), out var bytes));
                Assert.Equal(value ?? "", Text(bytes));
            }
        );

    [Theory]
    [InlineData("Cookie: a=1\r\n", "a=1")]
    [InlineData("Cookie: a=1\r\nAccept: x\r\nCookie: b=2\r\n", "a=1; b=2")]
    [InlineData("Cookie:\r\nCookie: b=2\r\n", "; b=2")]
    [InlineData("Cookie: a=1\r\nCookie: a=2\r\nCookie: c=3\r\n", "a=1; a=2; c=3")]
    public void RFC9113_8_2_3_cookies_of_several_lines_are_one_field(string lines, string cookie)
    {
        See($"GET / HTTP/1.1\r\nHost: x\r\n{lines}\r\n", request => Assert.Equal(cookie, Text(request.Cookie)));
        See("GET / HTTP/1.1\r\nHost: x\r\nCookie: z=9\r\n\r\n", request => Assert.Equal("z=9", Text(request.Cookie)));
    }

    [Fact]
    public void A_field_in_one_line_is_read_in_place_and_costs_nothing() =>
        See(
            "GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nCookie: a=1\r\n\r\n",
            request =>
            {
                request.Headers.TryGet("Accept"u8, out _);
                long before = GC.GetAllocatedBytesForCurrentThread();
                int length = 0;
                for (int i = 0; i < 100; i++)
                {
                    request.Headers.TryGet("Accept"u8, out var accept);
                    length += accept.Length + request.Cookie.Length;
                }

                Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
                Assert.Equal(1200, length);
            }
        );

    [Fact]
    public void A_form_may_override_the_verb_but_not_the_bytes() =>
        See(
            "POST / HTTP/1.1\r\nHost: x\r\n\r\n",
            request =>
            {
                request.OverrideVerb(HttpVerb.Delete);
                Assert.Equal(HttpVerb.Delete, request.Verb);
                Assert.Equal("POST", Text(request.MethodToken));
            }
        );

    [Fact]
    public void Nothing_of_a_request_is_left_in_the_next()
    {
        See("POST /long/path?q HTTP/1.1\r\nHost: a\r\nCookie: a=1\r\nContent-Length: 1\r\n\r\nx", request => _ = request.Path);
        See(
            "GET / HTTP/1.0\r\n\r\n",
            request =>
            {
                Assert.Equal("/", request.Path);
                Assert.True(request.RawQuery.IsEmpty);
                Assert.True(request.Cookie.IsEmpty);
                Assert.True(request.Host.IsEmpty);
                Assert.True(request.Body.IsEmpty);
            }
        );
    }

    [Fact]
    public void An_abandoned_request_can_still_be_read()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("..POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
        var reader = new Stryke.Web.Http.Http1.RequestReader(new HttpOptions(), new Stryke.Web.Http.Http1.RecentFields());
        var exchange = _harness.Exchange;
        reader.ReadWhole(bytes, 2, bytes.Length, exchange.Request);
        exchange.Begin();
        exchange.Abandon();
        bytes.AsSpan().Fill((byte)'?');
        Assert.Equal("/x", exchange.Request.Path);
        Assert.Equal("hi", Text(exchange.Request.Body));
        exchange.Complete();
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private void See(string request, Action<HttpRequest> look) =>
        _harness.Run(
            request,
            exchange =>
            {
                look(exchange.Request);
                exchange.Complete();
            }
        );
}
