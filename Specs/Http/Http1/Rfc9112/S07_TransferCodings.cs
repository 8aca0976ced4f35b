using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §7, Transfer Codings: chunks, their extensions, and the trailer.</summary>
public class S07_TransferCodings(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("0\r\n\r\n", "")]
    [OnEveryBackend("3\r\nabc\r\n0\r\n\r\n", "abc")]
    [OnEveryBackend("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "abc")]
    [OnEveryBackend("a\r\n0123456789\r\n0\r\n\r\n", "0123456789")]
    [OnEveryBackend("A\r\n0123456789\r\n0\r\n\r\n", "0123456789")]
    [OnEveryBackend("0003\r\nabc\r\n0000\r\n\r\n", "abc")]
    [OnEveryBackend("5\r\n0\r\n\r\n\r\n0\r\n\r\n", "0\r\n\r\n")]
    [OnEveryBackend("0024\r\nGET /inner HTTP/1.1\r\nHost: inner\r\n\r\n\r\n0\r\n\r\n", "GET /inner HTTP/1.1\r\nHost: inner\r\n\r\n")]
    public Task S7_1_chunks(Backend backend, string encoded, string body) => Served(backend, Chunked(encoded), $"POST /a x {body}");

    [Theory]
    [OnEveryBackend("\r\n")]
    [OnEveryBackend("x\r\n")]
    [OnEveryBackend("-1\r\n")]
    [OnEveryBackend("+3\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("0x3\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("0X3\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3h\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3.0\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend(" 3\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3 \r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3\t\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3_0\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("\"3\"\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3,3\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("\u00b3\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3\0\r\nabc\r\n0\r\n\r\n")]
    public Task S7_1_a_size_is_hexadecimal_digits_and_nothing_else(Backend backend, string encoded) =>
        Refused(backend, Chunked(encoded), 400);

    [Theory]
    [OnEveryBackend("a00001\r\n")]
    [OnEveryBackend("ffffffff\r\n")]
    [OnEveryBackend("100000000\r\n")]
    [OnEveryBackend("100000003\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("ffffffffffffffff\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("10000000000000003\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("8000000000000003\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("fffffffffffffffffffffffffffffffffffffffffff3\r\nabc\r\n0\r\n\r\n")]
    public Task S7_1_a_size_never_overflows_into_a_small_one(Backend backend, string encoded) => Refused(backend, Chunked(encoded), 413);

    [Theory]
    [OnEveryBackend("3\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3\rabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3\r\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3\r\nabc\n0\r\n\r\n")]
    [OnEveryBackend("3\r\nabc\r0\r\n\r\n")]
    [OnEveryBackend("3\r\nabc0\r\n\r\n")]
    [OnEveryBackend("3\r\nabcd\r\n0\r\n\r\n")]
    [OnEveryBackend("3\r\nabcXX0\r\n\r\n")]
    [OnEveryBackend("3\r\nab\r\n0\r\n\r\n")]
    [OnEveryBackend("3\r\nabc\r\n\r\n0\r\n\r\n")]
    [OnEveryBackend("3\r\nabc\r\n0\n\r\n")]
    [OnEveryBackend("3\r\nabc\r\n0\r\n\n")]
    [OnEveryBackend("3\r\nabc\r\n0\r\n\rX")]
    public Task S7_1_sizes_data_and_the_end_are_each_followed_by_CR_LF(Backend backend, string encoded) =>
        Refused(backend, Chunked(encoded), 400);

    [Theory]
    [OnEveryBackend("3;a\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a=b;c=\"d e\"\r\nabc\r\n0;x\r\n\r\n")]
    [OnEveryBackend("3; a ; b = c\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a=\"\u00e9\"\r\nabc\r\n0\r\n\r\n")]
    public Task S7_1_1_extensions_are_skipped(Backend backend, string encoded) => Served(backend, Chunked(encoded), "POST /a x abc");

    [Theory]
    [OnEveryBackend("3;\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;bad[=x\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a=\u00e9\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a=\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3\r\nabc\r\n0;\r\n\r\n")]
    public Task S7_1_1_an_extension_has_a_name_and_perhaps_a_value(Backend backend, string encoded) =>
        Refused(backend, Chunked(encoded), 400);

    [Theory]
    [OnEveryBackend("3 ;a\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a\rb\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a=\"\n\"\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;a=\"\r\n\"\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("3;\0\r\nabc\r\n0\r\n\r\n")]
    public Task S7_1_1_extensions_hide_no_line_end(Backend backend, string encoded) => Refused(backend, Chunked(encoded), 400);

    [Theory]
    [OnEveryBackend]
    public async Task S7_1_1_extensions_are_bounded_in_a_line_and_in_a_body(Backend backend)
    {
        await Served(
            backend,
            Chunked(string.Concat(Enumerable.Repeat($"1;{new string('a', 200)}\r\nx\r\n", 40)) + "0\r\n\r\n"),
            $"POST /a x {new string('x', 40)}"
        );
        await Refused(backend, Chunked(string.Concat(Enumerable.Repeat($"1;{new string('a', 200)}\r\nx\r\n", 41))), 400);
        await Refused(backend, Chunked($"1;{new string('a', 300)}\r\nx\r\n0\r\n\r\n"), 400);
    }

    [Theory]
    [OnEveryBackend("0\r\nA: b\r\n\r\n")]
    [OnEveryBackend("0\r\nA: b\r\nC: d\r\n\r\n")]
    [OnEveryBackend("0\r\nContent-Length: 100\r\n\r\n")]
    [OnEveryBackend("0\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [OnEveryBackend("0\r\nHost: other\r\n\r\n")]
    [OnEveryBackend("0\r\nConnection: close\r\n\r\n")]
    [OnEveryBackend("0\r\nExpect: 100-continue\r\n\r\n")]
    public Task S7_1_2_a_trailer_is_dropped_and_changes_nothing(Backend backend, string encoded) =>
        Served(backend, Chunked(encoded), "POST /a x ");

    [Theory]
    [OnEveryBackend("0\r\nA\r\n\r\n")]
    [OnEveryBackend("0\r\nA : b\r\n\r\n")]
    [OnEveryBackend("0\r\n A: b\r\n\r\n")]
    [OnEveryBackend("0\r\nA: b\r\n c\r\n\r\n")]
    [OnEveryBackend("0\r\nA: b\n\r\n")]
    [OnEveryBackend("0\r\nA: \0\r\n\r\n")]
    [OnEveryBackend("0\r\nGET /smuggled HTTP/1.1\r\n\r\n")]
    public Task S7_1_2_a_trailer_is_fields_and_nothing_else(Backend backend, string encoded) => Refused(backend, Chunked(encoded), 400);

    [Theory]
    [OnEveryBackend]
    public async Task S7_1_2_a_trailer_is_bounded(Backend backend)
    {
        await Refused(backend, Chunked($"0\r\nA: {new string('a', 40_000)}\r\n\r\n"), 431);
        await Refused(backend, Chunked($"0\r\n{string.Concat(Enumerable.Repeat("A: b\r\n", 10_000))}\r\n"), 431);
    }

    [Theory]
    [OnEveryBackend("gzip")]
    [OnEveryBackend("compress")]
    [OnEveryBackend("deflate")]
    [OnEveryBackend("x-gzip")]
    public Task S7_2_compressed_transfer_codings_are_not_implemented(Backend backend, string coding) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: {coding}, chunked\r\n\r\n0\r\n\r\n", 501);

    [Theory]
    [OnEveryBackend("TE: trailers")]
    [OnEveryBackend("TE: gzip;q=0.5, trailers\r\nConnection: TE")]
    [OnEveryBackend("TE: chunked")]
    public Task S7_4_what_a_client_would_take_changes_nothing(Backend backend, string fields) =>
        Served(backend, $"GET /a HTTP/1.1\r\n{Host}{fields}\r\n\r\n", "GET /a x ");

    private static string Chunked(string encoded) => $"POST /a HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n{encoded}";
}
