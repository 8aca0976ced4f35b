using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>RFC 9112 §2 and §3: lines, the request line and Host, in document order. 0 is: accepted.</summary>
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
    public void RFC9112_2_2_lines_end_with_CR_LF_and_hold_no_control_bytes(string message, int status) =>
        HeadReading.Check(message, status);

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
    public void RFC9112_2_3_version(string version, int status) => HeadReading.Check($"GET / {version}\r\n{Host}\r\n", status);

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
    public void RFC9112_3_request_line(string line, int status) => HeadReading.Check($"{line}\r\n{Host}\r\n", status);

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
    public void RFC9112_3_1_method(string method, int status) => HeadReading.Check($"{method} / HTTP/1.1\r\n{Host}\r\n", status);

    [Fact]
    public void RFC9112_3_1_an_endless_method_is_refused_before_it_ends()
    {
        var limits = new HttpOptions { MaxTargetBytes = 100 };
        HeadReading.Check(new string('A', 200), 501, limits);
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
        var reading = HeadReading.Check($"{method} {target} HTTP/1.1\r\n{Host}\r\n", 0);
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
        HeadReading.Check($"{method} {target} HTTP/1.1\r\n{Host}\r\n", status);

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 414)]
    [InlineData(5_000, 414)]
    public void RFC9112_3_a_target_over_the_limit(int length, int status)
    {
        var limits = new HttpOptions { MaxTargetBytes = 100 };
        HeadReading.Check($"GET /{new string('a', length - 1)} HTTP/1.1\r\n{Host}\r\n", status, limits);
        HeadReading.Check($"OPTIONS /{new string('a', length - 1)} HTTP/1.1\r\n{Host}\r\n", status, limits);
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
        HeadReading.Check($"GET / HTTP/1.1\r\n{(field.Length > 0 ? field + "\r\n" : "")}\r\n", status);

    [Fact]
    public void RFC9112_3_2_HTTP_1_0_needs_no_Host() => HeadReading.Check("GET / HTTP/1.0\r\n\r\n", 0);

    [Theory]
    [InlineData("Host: field.example\r\n", 0)]
    [InlineData("", 400)]
    [InlineData("Host: a b\r\n", 400)]
    public void RFC9112_3_2_2_the_authority_of_an_absolute_target_replaces_the_Host_field(string field, int status)
    {
        var reading = HeadReading.Check($"GET http://target.example:81/ HTTP/1.1\r\n{field}\r\n", status);
        Assert.Equal(status == 0 ? "target.example:81" : "", reading.Host);
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
}
