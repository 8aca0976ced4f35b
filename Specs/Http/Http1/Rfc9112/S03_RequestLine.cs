using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §3, Request Line: method, target, version, with one space between.</summary>
public class S03_RequestLine(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("GET  / HTTP/1.1")]
    [OnEveryBackend("GET /  HTTP/1.1")]
    [OnEveryBackend("GET / HTTP/1.1 ")]
    [OnEveryBackend("GET / HTTP/1.1\t")]
    [OnEveryBackend("GET\t/ HTTP/1.1")]
    [OnEveryBackend("GET /\tHTTP/1.1")]
    [OnEveryBackend("GET\u000b/\u000bHTTP/1.1")]
    [OnEveryBackend("GET\u00a0/\u00a0HTTP/1.1")]
    [OnEveryBackend("GET /a b HTTP/1.1")]
    [OnEveryBackend("GET / HTTP/1.1 HTTP/1.1")]
    [OnEveryBackend("GET HTTP/1.1")]
    [OnEveryBackend("GET  HTTP/1.1")]
    [OnEveryBackend("/ HTTP/1.1")]
    [OnEveryBackend(" GET / HTTP/1.1")]
    public Task S3_three_parts_and_exactly_one_space_between_them(Backend backend, string line) =>
        Refused(backend, $"{line}\r\n{Host}\r\n", 400);

    [Theory]
    [OnEveryBackend("get")]
    [OnEveryBackend("Get")]
    [OnEveryBackend("BREW")]
    [OnEveryBackend("PROPFIND")]
    [OnEveryBackend("GETT")]
    [OnEveryBackend("GE")]
    [OnEveryBackend("!#$%&'*+-.^_`|~09")]
    [OnEveryBackend("AMETHODTHATISLONGERTHANANYTHATCOULDEVERBEKNOWN")]
    public Task S3_1_a_method_that_is_not_known_is_501_and_case_matters(Backend backend, string method) =>
        Refused(backend, $"{method} / HTTP/1.1\r\n{Host}\r\n", 501);

    [Theory]
    [OnEveryBackend("G(T")]
    [OnEveryBackend("GET:")]
    [OnEveryBackend("G@T")]
    [OnEveryBackend("GET,POST")]
    [OnEveryBackend("\"GET\"")]
    [OnEveryBackend("G\u00c9T")]
    [OnEveryBackend("G\0T")]
    public Task S3_1_a_method_that_is_no_token_is_400(Backend backend, string method) =>
        Refused(backend, $"{method} / HTTP/1.1\r\n{Host}\r\n", 400);

    [Theory]
    [OnEveryBackend]
    public Task S3_1_a_method_without_end_is_501_before_it_ends(Backend backend) => Refused(backend, new string('A', 20_000), 501);

    [Theory]
    [OnEveryBackend("GET")]
    [OnEveryBackend("POST")]
    [OnEveryBackend("PUT")]
    [OnEveryBackend("PATCH")]
    [OnEveryBackend("DELETE")]
    [OnEveryBackend("OPTIONS")]
    [OnEveryBackend("TRACE")]
    public Task S3_1_known_methods_reach_the_application(Backend backend, string method) =>
        Served(backend, $"{method} /a HTTP/1.1\r\n{Host}\r\n", $"{method} /a x ");

    [Theory]
    [OnEveryBackend(8 * 1024, 200)]
    [OnEveryBackend((8 * 1024) + 1, 414)]
    [OnEveryBackend(100_000, 414)]
    public Task S3_a_target_over_the_limit_is_414(Backend backend, int length, int status)
    {
        string target = "/" + new string('a', length - 1);
        string request = $"GET {target} HTTP/1.1\r\n{Host}\r\n";
        return status == 200 ? Served(backend, request, $"GET {target} x ") : Refused(backend, request, status);
    }

    [Theory]
    [OnEveryBackend("/", "/")]
    [OnEveryBackend("/a/b?c=d?e", "/a/b?c=d?e")]
    [OnEveryBackend("/a?", "/a")]
    [OnEveryBackend("//a//b/", "//a//b/")]
    [OnEveryBackend("//other.example/a", "//other.example/a")]
    [OnEveryBackend("/http://other.example/", "/http://other.example/")]
    [OnEveryBackend("/a;b=c:@&=+$,'()*!~-_.", "/a;b=c:@&=+$,'()*!~-_.")]
    public Task S3_2_1_origin_form(Backend backend, string target, string seen) =>
        Served(backend, $"GET {target} HTTP/1.1\r\n{Host}\r\n", $"GET {seen} x ");

    [Theory]
    [OnEveryBackend("http://other.example/a?b", "/a?b other.example")]
    [OnEveryBackend("HTTP://other.example:8080/a", "/a other.example:8080")]
    [OnEveryBackend("https://other.example", "/ other.example")]
    [OnEveryBackend("http://other.example?q", "/?q other.example")]
    [OnEveryBackend("http://[2001:db8::1]:80/a", "/a [2001:db8::1]:80")]
    public Task S3_2_2_absolute_form_and_its_authority_wins_over_Host(Backend backend, string target, string seen) =>
        Served(backend, $"GET {target} HTTP/1.1\r\n{Host}\r\n", $"GET {seen} ");

    [Theory]
    [OnEveryBackend("http://other.example/", "")]
    [OnEveryBackend("http://other.example/", "Host: a b\r\n")]
    [OnEveryBackend("http://other.example/", "Host: x\r\nHost: other.example\r\n")]
    [OnEveryBackend("http:///a", Host)]
    [OnEveryBackend("http://", Host)]
    [OnEveryBackend("http:/a", Host)]
    [OnEveryBackend("http://a:b/", Host)]
    [OnEveryBackend("http://a@b/", Host)]
    [OnEveryBackend("http://a:80:81/", Host)]
    [OnEveryBackend("http://a\\b/", Host)]
    [OnEveryBackend("http://[::1/", Host)]
    [OnEveryBackend("ftp://other.example/", Host)]
    [OnEveryBackend("javascript://x/", Host)]
    [OnEveryBackend("http://x/../a", Host)]
    public Task S3_2_2_absolute_form_does_not_replace_a_valid_Host(Backend backend, string target, string fields) =>
        Refused(backend, $"GET {target} HTTP/1.1\r\n{fields}\r\n", 400);

    [Theory]
    [OnEveryBackend("CONNECT", "example.org:443", 501)]
    [OnEveryBackend("CONNECT", "/", 501)]
    [OnEveryBackend("CONNECT", "*", 501)]
    [OnEveryBackend("GET", "example.org:443", 400)]
    [OnEveryBackend("GET", "example.org", 400)]
    public Task S3_2_3_authority_form_is_of_CONNECT_which_is_refused(Backend backend, string method, string target, int status) =>
        Refused(backend, $"{method} {target} HTTP/1.1\r\n{Host}\r\n", status);

    [Theory]
    [OnEveryBackend("GET *")]
    [OnEveryBackend("POST *")]
    [OnEveryBackend("OPTIONS **")]
    [OnEveryBackend("OPTIONS *?a")]
    [OnEveryBackend("OPTIONS */a")]
    public Task S3_2_4_asterisk_form_is_of_OPTIONS_alone(Backend backend, string start) =>
        Refused(backend, $"{start} HTTP/1.1\r\n{Host}\r\n", 400);

    [Theory]
    [OnEveryBackend("a")]
    [OnEveryBackend("?a")]
    [OnEveryBackend("./a")]
    [OnEveryBackend("\\a")]
    [OnEveryBackend("%2fa")]
    [OnEveryBackend("#a")]
    public Task S3_2_a_target_of_no_form_is_refused(Backend backend, string target) =>
        Refused(backend, $"GET {target} HTTP/1.1\r\n{Host}\r\n", 400);

    [Theory]
    [OnEveryBackend("/a#b")]
    [OnEveryBackend("/a\"b")]
    [OnEveryBackend("/<a>")]
    [OnEveryBackend("/\u00e9")]
    [OnEveryBackend("/a\0b")]
    [OnEveryBackend("/a\u0001b")]
    [OnEveryBackend("/a\u007fb")]
    [OnEveryBackend("/a\u001b[0m")]
    public Task S3_2_a_target_holds_no_raw_bytes_that_must_be_encoded(Backend backend, string target) =>
        Refused(backend, $"GET {target} HTTP/1.1\r\n{Host}\r\n", 400);

    [Theory]
    [OnEveryBackend("")]
    [OnEveryBackend("Host:\r\n")]
    [OnEveryBackend("Host: \t\r\n")]
    [OnEveryBackend("Host: x\r\nHost: x\r\n")]
    [OnEveryBackend("Host: x\r\nA: b\r\nhOST: y\r\n")]
    [OnEveryBackend("Host: x, y\r\n")]
    [OnEveryBackend("Host: x y\r\n")]
    [OnEveryBackend("Host: x/y\r\n")]
    [OnEveryBackend("Host: x?y\r\n")]
    [OnEveryBackend("Host: user@x\r\n")]
    [OnEveryBackend("Host: x:y\r\n")]
    [OnEveryBackend("Host: x:-1\r\n")]
    [OnEveryBackend("Host: x:1:2\r\n")]
    [OnEveryBackend("Host: x:100000\r\n")]
    [OnEveryBackend("Host: http://x\r\n")]
    [OnEveryBackend("Host: [::1\r\n")]
    [OnEveryBackend("Host: ::1\r\n")]
    [OnEveryBackend("Host: x%\r\n")]
    [OnEveryBackend("Host: x\u00e9\r\n")]
    [OnEveryBackend("Host: x\\y\r\n")]
    public Task S3_2_one_valid_Host_or_400(Backend backend, string fields) => Refused(backend, $"GET / HTTP/1.1\r\n{fields}\r\n", 400);

    [Theory]
    [OnEveryBackend("Host: example.org", "example.org")]
    [OnEveryBackend("host:example.org:8080", "example.org:8080")]
    [OnEveryBackend("HOST: \t example.org \t", "example.org")]
    [OnEveryBackend("Host: 127.0.0.1:", "127.0.0.1:")]
    [OnEveryBackend("Host: [2001:db8::1]:80", "[2001:db8::1]:80")]
    public Task S3_2_the_host_as_it_was_sent(Backend backend, string field, string host) =>
        Served(backend, $"GET / HTTP/1.1\r\n{field}\r\n\r\n", $"GET / {host} ");
}
