using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9110;

/// <summary>
/// RFC 9110 §4, Identifiers in HTTP, with the parts of RFC 3986 that it stands on: hosts, user information,
/// percent-encoding, dot segments.
/// </summary>
public class S04_Identifiers(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("http:///a")]
    [OnEveryBackend("http://:80/a")]
    [OnEveryBackend("https://?a")]
    public Task S4_2_1_and_2_an_empty_host_is_refused(Backend backend, string target) => Refused(backend, Get(target), 400);

    [Theory]
    [OnEveryBackend("http://user@x/")]
    [OnEveryBackend("http://user:password@x/")]
    [OnEveryBackend("http://trusted.example@x/")]
    [OnEveryBackend("http://@x/")]
    public Task S4_2_4_user_information_is_refused(Backend backend, string target) => Refused(backend, Get(target), 400);

    [Theory]
    [OnEveryBackend("/%41%7e%2F", "/%41%7e%2F")]
    [OnEveryBackend("/%e2%82%ac", "/%e2%82%ac")]
    [OnEveryBackend("/%ff%fe", "/%ff%fe")]
    [OnEveryBackend("/%0d%0aX:%20y", "/%0d%0aX:%20y")]
    [OnEveryBackend("/%252e%252e/", "/%252e%252e/")]
    [OnEveryBackend("/a?%zz&%", "/a?%zz&%")]
    [OnEveryBackend("/a?b/../c", "/a?b/../c")]
    public Task S4_2_3_percent_encoding_reaches_the_application_as_it_is(Backend backend, string target, string seen) =>
        Served(backend, Get(target), $"GET {seen} x ");

    [Theory]
    [OnEveryBackend("/%")]
    [OnEveryBackend("/%4")]
    [OnEveryBackend("/%zz")]
    [OnEveryBackend("/%u0041")]
    [OnEveryBackend("/a%?b")]
    [OnEveryBackend("/%-1")]
    [OnEveryBackend("/%00")]
    [OnEveryBackend("/a.txt%00.html")]
    public Task RFC3986_2_1_a_broken_escape_or_an_escaped_NUL_in_a_path_is_refused(Backend backend, string target) =>
        Refused(backend, Get(target), 400);

    [Theory]
    [OnEveryBackend("/..")]
    [OnEveryBackend("/.")]
    [OnEveryBackend("/../etc/passwd")]
    [OnEveryBackend("/a/../b")]
    [OnEveryBackend("/a/..")]
    [OnEveryBackend("/a/./b")]
    [OnEveryBackend("/%2e%2e/a")]
    [OnEveryBackend("/%2E%2e/a")]
    [OnEveryBackend("/.%2e/a")]
    [OnEveryBackend("/%2e./a")]
    [OnEveryBackend("/%2e/a")]
    [OnEveryBackend("/a//../b")]
    [OnEveryBackend("http://x/a/../b")]
    [OnEveryBackend("/a/..%2fb")]
    [OnEveryBackend("/%2e%2e%2Fa")]
    [OnEveryBackend("/a%2f..")]
    [OnEveryBackend("/a%2F.%2e%2fb")]
    [OnEveryBackend("/..\\a")]
    [OnEveryBackend("/a\\..")]
    [OnEveryBackend("/a%5c..%5Cb")]
    [OnEveryBackend("/.\\a")]
    public Task RFC3986_5_2_4_dot_segments_are_resolved_by_clients(Backend backend, string target) => Refused(backend, Get(target), 400);

    [Theory]
    [OnEveryBackend("/...")]
    [OnEveryBackend("/.well-known/a")]
    [OnEveryBackend("/a..b")]
    [OnEveryBackend("/..a/b..")]
    [OnEveryBackend("/%2e%2e%2e")]
    [OnEveryBackend("/a?../..")]
    [OnEveryBackend("/a%2fb\\c%5cd.e")]
    [OnEveryBackend("/a..%2fb")]
    [OnEveryBackend("/..;/a")]
    public Task RFC3986_5_2_4_other_dots_are_letters(Backend backend, string target) => Served(backend, Get(target), $"GET {target} x ");

    private static string Get(string target) => $"GET {target} HTTP/1.1\r\n{Host}\r\n";
}
