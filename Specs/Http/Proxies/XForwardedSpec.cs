using Stryke.Web.Actors;
using Stryke.Web.Http.Proxies;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Proxies;

/// <summary>The <c>X-Forwarded-*</c> fields, of a live server whose proxies are 127.0.0.1 and 10.0.0.0/8.</summary>
public sealed class XForwardedSpec
{
    private static readonly string[] Proxies = ["127.0.0.1/32", "10.0.0.0/8"];

    [Theory]
    [OnEveryBackend("192.0.2.1", "192.0.2.1")]
    [OnEveryBackend("192.0.2.1:4711", "192.0.2.1:4711")]
    [OnEveryBackend("2001:db8::1", "2001:db8::1")]
    [OnEveryBackend("[2001:db8::1]:4711", "[2001:db8::1]:4711")]
    [OnEveryBackend("192.0.2.1, 10.0.0.7", "192.0.2.1")]
    [OnEveryBackend("192.0.2.1,198.51.100.7 ,10.0.0.7", "198.51.100.7")]
    [OnEveryBackend("10.0.0.7, 10.0.0.8", "10.0.0.7")]
    [OnEveryBackend("192.0.2.1, ::ffff:10.0.0.7", "192.0.2.1")]
    [OnEveryBackend("192.0.2.1,,", "192.0.2.1")]
    [OnEveryBackend("unknown", "nobody")]
    [OnEveryBackend("192.0.2.1, unknown", "nobody")]
    [OnEveryBackend("", "peer")]
    [OnEveryBackend("192.0.2.1, localhost", "400")]
    [OnEveryBackend("192.0.2.1, 10.0.0.7 10.0.0.8", "400")]
    [OnEveryBackend("\"192.0.2.1\"", "400")]
    [OnEveryBackend("rubbish, 10.0.0.7", "400")]
    public async Task The_client_is_the_last_address_that_is_not_a_proxy(Backend backend, string field, string expected) =>
        await Reads(backend, expected == "400" ? "400" : $"{expected} http upstream:3000", $"X-Forwarded-For: {field}");

    [Theory]
    [OnEveryBackend("https", "https")]
    [OnEveryBackend("HTTPS", "https")]
    [OnEveryBackend("http", "http")]
    [OnEveryBackend("http, https", "https")]
    [OnEveryBackend("", "http")]
    [OnEveryBackend("ftp", "400")]
    public async Task Of_the_scheme_the_last_value_counts(Backend backend, string field, string expected) =>
        await Reads(backend, expected == "400" ? "400" : $"peer {expected} upstream:3000", $"x-forwarded-proto: {field}");

    [Theory]
    [OnEveryBackend("shop.example", "80", "http", "shop.example")]
    [OnEveryBackend("shop.example", "443", "https", "shop.example")]
    [OnEveryBackend("shop.example", "8443", "https", "shop.example:8443")]
    [OnEveryBackend("shop.example", "443", "http", "shop.example:443")]
    [OnEveryBackend("shop.example:443", "", "https", "shop.example")]
    [OnEveryBackend("shop.example:8080", "443", "https", "shop.example:8080")]
    [OnEveryBackend("[2001:db8::1]", "8443", "https", "[2001:db8::1]:8443")]
    [OnEveryBackend("evil.example, shop.example", "1, 8443", "https", "shop.example:8443")]
    [OnEveryBackend("shop.example/x", "", "https", "400")]
    [OnEveryBackend("shop.example", "0", "https", "400")]
    [OnEveryBackend("shop.example", "65536", "https", "400")]
    [OnEveryBackend("shop.example", "8x", "https", "400")]
    public async Task Host_and_port_are_those_that_the_client_asked_for(
        Backend backend,
        string host,
        string port,
        string proto,
        string expected
    ) =>
        await Reads(
            backend,
            expected == "400" ? "400" : $"peer {proto} {expected}",
            $"X-Forwarded-Host: {host}",
            $"X-Forwarded-Port: {port}",
            $"X-Forwarded-Proto: {proto}"
        );

    [Theory]
    [OnEveryBackend]
    public async Task Fields_that_the_proxy_is_not_said_to_set_are_the_clients_word(Backend backend)
    {
        await using var scene = ProxyScene.XForwarded(backend, Proxies, XForwardedFields.For | XForwardedFields.Proto);
        Assert.Equal(
            "192.0.2.1 https upstream:3000",
            await scene.AskAsync(
                "X-Forwarded-For: 192.0.2.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Port: rubbish"
            )
        );
    }

    private static async Task Reads(Backend backend, string expected, params string[] fields)
    {
        await using var scene = ProxyScene.XForwarded(backend, Proxies);
        Assert.Equal(expected, await scene.AskAsync(fields));
    }
}
