using Stryke.Web.Http;
using Stryke.Web.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>RFC 9112 §2 to §6 and the clauses of RFC 9110 that bear on a request head, in document order. 0 is: accepted.</summary>
public class RequestParserSpec
{
    private const string Host = "Host: x\r\n";

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\rHost: x\r\n\r\n", 400)]
    [InlineData("\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 0)]
    [InlineData("\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData(" GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: \0\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: \u007f\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: \u0001\r\n\r\n", 400)]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001", 400)]
    public void RFC9112_2_2_lines_end_with_CR_LF_and_hold_no_control_bytes(string message, int status) => Check(message, status);

    [Theory]
    [InlineData("HTTP/1.1", 0)]
    [InlineData("HTTP/1.0", 0)]
    [InlineData("HTTP/1.2", 505)]
    [InlineData("HTTP/2.0", 505)]
    [InlineData("HTTP/0.9", 505)]
    [InlineData("http/1.1", 400)]
    [InlineData("HTTP/1", 400)]
    [InlineData("HTTP/1.", 400)]
    [InlineData("HTTP/1.10", 400)]
    [InlineData("HTTP/11.1", 400)]
    [InlineData("HTTP/x.y", 400)]
    [InlineData("HTTP /1.1", 400)]
    [InlineData("ICY/1.1", 400)]
    public void RFC9112_2_3_version(string version, int status) => Check($"GET / {version}\r\n{Host}\r\n", status);

    [Theory]
    [InlineData("GET / HTTP/1.1", 0)]
    [InlineData("GET  / HTTP/1.1", 400)]
    [InlineData("GET /  HTTP/1.1", 400)]
    [InlineData("GET / HTTP/1.1 ", 400)]
    [InlineData("GET\t/ HTTP/1.1", 400)]
    [InlineData("GET /\tHTTP/1.1", 400)]
    [InlineData("GET /a b HTTP/1.1", 400)]
    [InlineData("GET /", 400)]
    [InlineData("GET", 400)]
    [InlineData("GET HTTP/1.1", 400)]
    [InlineData("GET  HTTP/1.1", 400)]
    [InlineData(" / HTTP/1.1", 400)]
    [InlineData("hello, world", 400)]
    public void RFC9112_3_request_line(string line, int status) => Check($"{line}\r\n{Host}\r\n", status);

    [Theory]
    [InlineData("GET", 0)]
    [InlineData("DELETE", 0)]
    [InlineData("TRACE", 0)]
    [InlineData("get", 501)]
    [InlineData("BREW", 501)]
    [InlineData("M-SEARCH", 501)]
    [InlineData("AMETHODTHATISLONGERTHANANYTHATCOULDEVERBEKNOWN", 501)]
    [InlineData("G(T", 400)]
    [InlineData("GET:", 400)]
    [InlineData("GÉT", 400)]
    public void RFC9112_3_1_method(string method, int status) => Check($"{method} / HTTP/1.1\r\n{Host}\r\n", status);

    [Fact]
    public void RFC9112_3_1_an_endless_method_is_refused_before_it_ends()
    {
        var limits = new HttpOptions { MaxTargetBytes = 100 };
        Check(new string('A', 200), 501, limits);
    }

    [Theory]
    [InlineData("GET", "/", "/", "")]
    [InlineData("GET", "/a/b?c=d?e", "/a/b", "c=d?e")]
    [InlineData("GET", "/?", "/", "")]
    [InlineData("GET", "//a//b/", "//a//b/", "")]
    [InlineData("GET", "/a%2Fb", "/a%2Fb", "")]
    [InlineData("GET", "/a?x={y}|[z]`^\\", "/a", "x={y}|[z]`^\\")]
    [InlineData("GET", "/a?%zz", "/a", "%zz")]
    [InlineData("GET", "/.well-known/a..b/...", "/.well-known/a..b/...", "")]
    [InlineData("GET", "http://other.example/a?b", "/a", "b")]
    [InlineData("GET", "HTTP://other.example:8080/a", "/a", "")]
    [InlineData("GET", "https://other.example", "", "")]
    [InlineData("GET", "http://[::1]:80?q", "", "q")]
    [InlineData("OPTIONS", "*", "*", "")]
    [InlineData("OPTIONS", "/a", "/a", "")]
    public void RFC9112_3_2_target_forms(string method, string target, string path, string query)
    {
        var reading = Check($"{method} {target} HTTP/1.1\r\n{Host}\r\n", 0);
        Assert.Equal((path, query), (reading.Path, reading.Query));
    }

    [Theory]
    [InlineData("GET", "*", 400)]
    [InlineData("GET", "a", 400)]
    [InlineData("GET", "example.org:80", 400)]
    [InlineData("GET", "ftp://example.org/", 400)]
    [InlineData("GET", "http:///a", 400)]
    [InlineData("GET", "http://user@example.org/", 400)]
    [InlineData("GET", "http://exa mple.org/", 400)]
    [InlineData("GET", "/a#b", 400)]
    [InlineData("GET", "/a\"b", 400)]
    [InlineData("GET", "/<a>", 400)]
    [InlineData("GET", "/é", 400)]
    [InlineData("GET", "/%", 400)]
    [InlineData("GET", "/%4", 400)]
    [InlineData("GET", "/%zz", 400)]
    [InlineData("GET", "/a%00b", 400)]
    [InlineData("GET", "/..", 400)]
    [InlineData("GET", "/a/../b", 400)]
    [InlineData("GET", "/./a", 400)]
    [InlineData("GET", "/%2e%2E/a", 400)]
    [InlineData("GET", "/.%2e", 400)]
    [InlineData("GET", "http://example.org/../a", 400)]
    [InlineData("CONNECT", "example.org:443", 501)]
    [InlineData("CONNECT", "/", 501)]
    public void RFC9112_3_2_targets_that_are_none(string method, string target, int status) =>
        Check($"{method} {target} HTTP/1.1\r\n{Host}\r\n", status);

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 414)]
    [InlineData(5_000, 414)]
    public void RFC9112_3_a_target_over_the_limit(int length, int status)
    {
        var limits = new HttpOptions { MaxTargetBytes = 100 };
        Check($"GET /{new string('a', length - 1)} HTTP/1.1\r\n{Host}\r\n", status, limits);
        Check($"OPTIONS /{new string('a', length - 1)} HTTP/1.1\r\n{Host}\r\n", status, limits);
    }

    [Theory]
    [InlineData("Host: x", 0)]
    [InlineData("host:x:8080", 0)]
    [InlineData("Host: [2001:db8::1]:80", 0)]
    [InlineData("", 400)]
    [InlineData("Host:", 400)]
    [InlineData("Host: x\r\nHost: x", 400)]
    [InlineData("Host: x\r\nHost: y", 400)]
    [InlineData("Host: x, y", 400)]
    [InlineData("Host: x/y", 400)]
    [InlineData("Host: user@x", 400)]
    [InlineData("Host: x:y", 400)]
    public void RFC9112_3_2_exactly_one_valid_Host(string field, int status) =>
        Check($"GET / HTTP/1.1\r\n{(field.Length > 0 ? field + "\r\n" : "")}\r\n", status);

    [Fact]
    public void RFC9112_3_2_HTTP_1_0_needs_no_Host() => Check("GET / HTTP/1.0\r\n\r\n", 0);

    [Theory]
    [InlineData("Host: field.example\r\n", 0)]
    [InlineData("", 400)]
    [InlineData("Host: a b\r\n", 400)]
    public void RFC9112_3_2_2_the_authority_of_an_absolute_target_replaces_the_Host_field(string field, int status)
    {
        var reading = Check($"GET http://target.example:81/ HTTP/1.1\r\n{field}\r\n", status);
        Assert.Equal(status == 0 ? "target.example:81" : "", reading.Host);
    }

    [Theory]
    [InlineData("Name: value", "Name=value|")]
    [InlineData("Name:value", "Name=value|")]
    [InlineData("Name: \t value \t ", "Name=value|")]
    [InlineData("Name:", "Name=|")]
    [InlineData("Name:   ", "Name=|")]
    [InlineData("Name: a\tb", "Name=a\tb|")]
    [InlineData("Name: a: b", "Name=a: b|")]
    [InlineData("Name: é", "Name=é|")]
    [InlineData("!#$%&'*+-.^_`|~09aZ: x", "!#$%&'*+-.^_`|~09aZ=x|")]
    public void RFC9112_5_field_lines(string line, string expected) =>
        Assert.Equal("Host=x|" + expected, Check($"GET / HTTP/1.1\r\n{Host}{line}\r\n\r\n", 0).Fields);

    [Theory]
    [InlineData("Name : value")]
    [InlineData("Name\t: value")]
    [InlineData(": value")]
    [InlineData("Name")]
    [InlineData("Na me: value")]
    [InlineData("Na(me: value")]
    [InlineData("Näme: value")]
    [InlineData(" folded")]
    [InlineData("\tfolded")]
    [InlineData(" ")]
    [InlineData("A: b\r\n folded")]
    public void RFC9112_5_1_and_5_2_what_is_no_field_line(string line) => Check($"GET / HTTP/1.1\r\n{Host}{line}\r\n\r\n", 400);

    [Fact]
    public void RFC6585_5_head_over_the_limit()
    {
        var limits = new HttpOptions { MaxHeadBytes = 200, MaxTargetBytes = 50 };
        string start = $"GET / HTTP/1.1\r\n{Host}A: ";
        int room = 200 - start.Length - 4;
        Check($"{start}{new string('a', room)}\r\n\r\n", 0, limits);
        Check($"{start}{new string('a', room + 1)}\r\n\r\n", 431, limits);
        Check($"{start}{new string('a', 200)}", 431, limits);
    }

    [Fact]
    public void RFC6585_5_more_fields_than_the_limit()
    {
        var limits = new HttpOptions { MaxHeaders = 20 };
        Check($"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Repeat("a: b\r\n", 19))}\r\n", 0, limits);
        Check($"GET / HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Repeat("a: b\r\n", 20))}\r\n", 431, limits);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", 0)]
    [InlineData("transfer-encoding: Chunked", 0)]
    [InlineData("Transfer-Encoding: gzip, chunked", 501)]
    [InlineData("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 501)]
    [InlineData("Transfer-Encoding: xchunked, chunked", 501)]
    [InlineData("Transfer-Encoding: chunked, gzip", 400)]
    [InlineData("Transfer-Encoding: chunked, chunked", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400)]
    [InlineData("Transfer-Encoding: identity", 400)]
    [InlineData("Transfer-Encoding: xchunked", 400)]
    [InlineData("Transfer-Encoding: chunked;q=1", 400)]
    [InlineData("Transfer-Encoding: \"chunked\"", 400)]
    [InlineData("Transfer-Encoding:", 400)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5", 400)]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked", 400)]
    public void RFC9112_6_1_only_chunked_and_never_beside_a_length(string fields, int status) =>
        Check($"POST / HTTP/1.1\r\n{Host}{fields}\r\n\r\n", status);

    [Fact]
    public void RFC9112_6_1_HTTP_1_0_has_no_transfer_codings() => Check("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);

    [Theory]
    [InlineData("0", 0, 0)]
    [InlineData("5", 0, 5)]
    [InlineData("0005", 0, 5)]
    [InlineData("9223372036854775807", 0, long.MaxValue)]
    [InlineData("9223372036854775808", 0, long.MaxValue)]
    [InlineData("99999999999999999999999999", 0, long.MaxValue)]
    [InlineData("+5", 400, 0)]
    [InlineData("-5", 400, 0)]
    [InlineData("5 5", 400, 0)]
    [InlineData("5,5", 400, 0)]
    [InlineData("0x5", 400, 0)]
    [InlineData("5.0", 400, 0)]
    [InlineData("", 400, 0)]
    [InlineData("5\r\nContent-Length: 5", 400, 0)]
    [InlineData("5\r\nContent-Length: 6", 400, 0)]
    public void RFC9112_6_3_content_length(string value, int status, long length) =>
        Assert.Equal(length, Check($"POST / HTTP/1.1\r\n{Host}Content-Length: {value}\r\n\r\n", status).ContentLength);

    [Theory]
    [InlineData("HTTP/1.1", "100-continue", 0)]
    [InlineData("HTTP/1.1", "100-Continue", 0)]
    [InlineData("HTTP/1.1", "200-ok", 417)]
    [InlineData("HTTP/1.1", "", 417)]
    [InlineData("HTTP/1.0", "100-continue", 0)]
    [InlineData("HTTP/1.0", "200-ok", 0)]
    public void RFC9110_10_1_1_expectations(string version, string value, int status)
    {
        var reading = Check($"POST / {version}\r\n{Host}Expect: {value}\r\nContent-Length: 1\r\n\r\n", status);
        Assert.Equal(status == 0 && version == "HTTP/1.1", reading.Flags.HasFlag(HeadFlags.ExpectContinue));
    }

    [Theory]
    [InlineData("HTTP/1.1", "", true)]
    [InlineData("HTTP/1.1", "Connection: close\r\n", false)]
    [InlineData("HTTP/1.1", "Connection: x, CLOSE\r\n", false)]
    [InlineData("HTTP/1.1", "Connection: x\r\nConnection: close\r\n", false)]
    [InlineData("HTTP/1.1", "Connection: closed\r\n", true)]
    [InlineData("HTTP/1.1", "Connection: upgrade\r\nUpgrade: h2c\r\n", true)]
    [InlineData("HTTP/1.0", "", false)]
    [InlineData("HTTP/1.0", "Connection: keep-alive\r\n", true)]
    [InlineData("HTTP/1.0", "Connection: keep-alive, close\r\n", false)]
    public void RFC9112_9_3_persistence(string version, string fields, bool wantsKeepAlive)
    {
        byte[] message = System.Text.Encoding.ASCII.GetBytes($"GET / {version}\r\n{Host}{fields}\r\n");
        var head = new RequestHead();
        var parser = new RequestParser(new HttpOptions(), new RecentFields());
        Assert.Equal(ParseStatus.Complete, parser.Parse(message, head));
        Assert.Equal(wantsKeepAlive, head.WantsKeepAlive);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r")]
    [InlineData("G")]
    [InlineData("GET / HTTP/1.1\r")]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r")]
    public void A_head_that_is_not_whole_waits_for_more(string message)
    {
        var reading = HeadReading.Of(message);
        Assert.Equal((0, 0), (reading.Refusal, reading.Length));
    }

    [Fact]
    public void What_follows_the_head_is_not_looked_at()
    {
        const string Message = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        Assert.Equal(Message.Length, HeadReading.Of(Message + "\0\n\rrubbish").Length);
    }

    private static HeadReading Check(string message, int status, HttpOptions? limits = null)
    {
        var reading = HeadReading.Of(message, limits);
        Assert.True(status == reading.Refusal, $"Expected {status}, but: {reading.Reason ?? "accepted"}");
        Assert.Equal(status == 0, reading.Length > 0);
        return reading;
    }
}
