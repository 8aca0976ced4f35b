using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Http.Proxies;

/// <summary>RFC 7239 in the order of its sections: a live server, and 127.0.0.1 and 10.0.0.0/8 are its proxies.</summary>
public sealed class Rfc7239Spec
{
    private const string Unchanged = "peer http upstream:3000";

    [Theory]
    [OnEveryBackend("for=\"_gazonk\"", "nobody http upstream:3000")]
    [OnEveryBackend("For=\"[2001:db8:cafe::17]:4711\"", "[2001:db8:cafe::17]:4711 http upstream:3000")]
    [OnEveryBackend("for=192.0.2.60;proto=http;by=203.0.113.43", "192.0.2.60 http upstream:3000")]
    [OnEveryBackend("for=192.0.2.43, for=198.51.100.17", "198.51.100.17 http upstream:3000")]
    public async Task S4_the_examples_of_the_document(Backend backend, string field, string expected) =>
        await Reads(backend, expected, field);

    [Theory]
    [OnEveryBackend("FOR=192.0.2.1;PROTO=HTTPS;HOST=Shop.example", "192.0.2.1 https Shop.example")]
    [OnEveryBackend("for=192.0.2.1;secret=\"a;b,c=\\\"d\";proto=https", "192.0.2.1 https upstream:3000")]
    [OnEveryBackend("for=192.0.2.1 ; proto=https", "192.0.2.1 https upstream:3000")]
    [OnEveryBackend(";for=192.0.2.1;;proto=https;", "192.0.2.1 https upstream:3000")]
    [OnEveryBackend(" , for=192.0.2.1 ,, ", "192.0.2.1 http upstream:3000")]
    [OnEveryBackend("for=\"\\[2001\\:db8::1\\]\"", "2001:db8::1 http upstream:3000")]
    [OnEveryBackend("", Unchanged)]
    [OnEveryBackend(" , ;; ,", Unchanged)]
    public async Task S4_names_without_case_quoted_values_extensions_and_empty_elements(Backend backend, string field, string expected) =>
        await Reads(backend, expected, field);

    [Theory]
    [OnEveryBackend("for")]
    [OnEveryBackend("for=")]
    [OnEveryBackend("=192.0.2.1")]
    [OnEveryBackend("for =192.0.2.1")]
    [OnEveryBackend("for= 192.0.2.1")]
    [OnEveryBackend("for=\"192.0.2.1")]
    [OnEveryBackend("for=\"192.0.2.1\\\"")]
    [OnEveryBackend("for=\"192.0.2.1\"x")]
    [OnEveryBackend("for=\"\"")]
    [OnEveryBackend("for=[2001:db8::1]")]
    [OnEveryBackend("for=192.0.2.1:80")]
    [OnEveryBackend("for=192.0.2.1;for=192.0.2.2")]
    [OnEveryBackend("for=192.0.2.1;proto=http;Proto=https")]
    [OnEveryBackend("for=192.0.2.1 proto=https")]
    [OnEveryBackend("for=192.0.2.1;host=a b")]
    public async Task S4_what_is_no_element_is_refused(Backend backend, string field) => await Reads(backend, "400", field);

    [Theory]
    [OnEveryBackend("192.0.2.9 http upstream:3000", "for=192.0.2.7", "for=192.0.2.9")]
    [OnEveryBackend("192.0.2.9 https upstream:3000", "for=192.0.2.9;proto=https", "for=10.1.2.3")]
    [OnEveryBackend("10.1.1.1 http upstream:3000", "for=10.1.1.1", "for=10.2.2.2, for=10.3.3.3")]
    public async Task S4_several_lines_are_one_list(Backend backend, string expected, string first, string second) =>
        await Reads(backend, expected, first, second);

    [Theory]
    [OnEveryBackend("by=10.0.0.1", "nobody http upstream:3000")]
    [OnEveryBackend("by=\"[2001:db8::1]\";for=192.0.2.1", "192.0.2.1 http upstream:3000")]
    public async Task S5_1_by_names_a_proxy_and_no_client(Backend backend, string field, string expected) =>
        await Reads(backend, expected, field);

    [Theory]
    [OnEveryBackend("for=192.0.2.1, for=10.0.0.7", "192.0.2.1 http upstream:3000")]
    [OnEveryBackend("for=192.0.2.1, for=198.51.100.7, for=10.0.0.7, for=127.0.0.1", "198.51.100.7 http upstream:3000")]
    [OnEveryBackend("for=10.0.0.7, for=10.0.0.8", "10.0.0.7 http upstream:3000")]
    [OnEveryBackend("for=192.0.2.1, for=\"[::ffff:10.0.0.7]\"", "192.0.2.1 http upstream:3000")]
    public async Task S5_2_the_client_is_the_last_who_is_not_a_proxy(Backend backend, string field, string expected) =>
        await Reads(backend, expected, field);

    [Theory]
    [OnEveryBackend("for=192.0.2.1;host=shop.example", "192.0.2.1 http shop.example")]
    [OnEveryBackend("for=192.0.2.1;host=\"shop.example:8443\";proto=https", "192.0.2.1 https shop.example:8443")]
    [OnEveryBackend("for=192.0.2.1;host=\"shop.example:443\";proto=https", "192.0.2.1 https shop.example")]
    [OnEveryBackend("for=192.0.2.1;host=\"[2001:db8::1]:8080\"", "192.0.2.1 http [2001:db8::1]:8080")]
    [OnEveryBackend("for=192.0.2.1;host=outer.example, for=10.0.0.7;host=inner.example", "192.0.2.1 http outer.example")]
    [OnEveryBackend("for=192.0.2.1, for=10.0.0.7;host=inner.example", "192.0.2.1 http inner.example")]
    [OnEveryBackend("for=192.0.2.1;host=\"a/b\"", "400")]
    [OnEveryBackend("for=192.0.2.1;host=\"a:b\"", "400")]
    [OnEveryBackend("for=192.0.2.1;host=\"user@shop.example\"", "400")]
    public async Task S5_3_host_is_the_one_the_client_asked_for_and_as_strict_as_Host(Backend backend, string field, string expected) =>
        await Reads(backend, expected, field);

    [Theory]
    [OnEveryBackend("for=192.0.2.1;proto=https", "192.0.2.1 https upstream:3000")]
    [OnEveryBackend("for=192.0.2.1;proto=https, for=10.0.0.7;proto=http", "192.0.2.1 https upstream:3000")]
    [OnEveryBackend("for=192.0.2.1;proto=gopher", "400")]
    public async Task S5_4_proto_is_the_scheme_of_the_client(Backend backend, string field, string expected) =>
        await Reads(backend, expected, field);

    [Theory]
    [OnEveryBackend("\"192.0.2.43:47011\"", "192.0.2.43:47011 http upstream:3000")]
    [OnEveryBackend("\"[2001:db8:cafe::17]:47011\"", "[2001:db8:cafe::17]:47011 http upstream:3000")]
    [OnEveryBackend("\"192.0.2.43:_port\"", "192.0.2.43 http upstream:3000")]
    [OnEveryBackend("\"2001:db8:cafe::17\"", "400")]
    [OnEveryBackend("\"[192.0.2.43]\"", "400")]
    [OnEveryBackend("\"192.0.2.43:\"", "400")]
    [OnEveryBackend("\"192.0.2.43:65536\"", "400")]
    [OnEveryBackend("\"192.0.2.43:123456\"", "400")]
    [OnEveryBackend("\"192.0.2.43:80x\"", "400")]
    [OnEveryBackend("192.0.2.256", "400")]
    [OnEveryBackend("shop.example", "400")]
    public async Task S6_and_S6_1_a_node_is_an_address_with_or_without_a_port(Backend backend, string node, string expected) =>
        await Reads(backend, expected, $"for={node}");

    [Theory]
    [OnEveryBackend("unknown")]
    [OnEveryBackend("Unknown")]
    [OnEveryBackend("\"unknown:4711\"")]
    public async Task S6_2_unknown_is_nobody_and_not_the_proxy(Backend backend, string node) =>
        await Reads(backend, "nobody http upstream:3000", $"for=192.0.2.1, for={node}");

    [Theory]
    [OnEveryBackend("_hidden", "nobody http upstream:3000")]
    [OnEveryBackend("_SEVKISEK", "nobody http upstream:3000")]
    [OnEveryBackend("\"_a.b-c_d:_e\"", "nobody http upstream:3000")]
    [OnEveryBackend("_", "400")]
    [OnEveryBackend("_a!", "400")]
    public async Task S6_3_an_obfuscated_name_tells_nothing(Backend backend, string node, string expected) =>
        await Reads(backend, expected, $"for={node}");

    [Theory]
    [OnEveryBackend]
    public async Task S8_1_what_stands_before_the_last_untrusted_element_counts_for_nothing(Backend backend)
    {
        await Reads(
            backend,
            "198.51.100.7 http upstream:3000",
            "for=127.0.0.1;proto=https;host=admin.example, for=198.51.100.7, for=10.0.0.9"
        );
        await Reads(backend, "198.51.100.7 http upstream:3000", "for=no-node;proto=gopher;host=\"/\", for=198.51.100.7");

        // An open quote would make the proxy's own element a part of the client's.
        await Reads(backend, "400", "for=\"192.0.2.1, for=198.51.100.7");
        await Reads(backend, "400", "for=\"192.0.2.1, for=\"[2001:db8::1]\"");
        await Reads(backend, "198.51.100.7 http upstream:3000", "for=\"192.0.2.1", "for=198.51.100.7");
    }

    private static async Task Reads(Backend backend, string expected, params string[] fields)
    {
        await using var scene = ProxyScene.Forwarded(backend, "127.0.0.1/32", "10.0.0.0/8");
        Assert.Equal(expected, await scene.AskAsync([.. fields.Select(field => $"Forwarded: {field}")]));
    }
}
