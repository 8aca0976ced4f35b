using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §6, Message Body: whether there is one, and where it ends.</summary>
public class S06_MessageBody(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("GET")]
    [OnEveryBackend("POST")]
    [OnEveryBackend("DELETE")]
    public Task S6_without_a_framing_field_there_is_no_body(Backend backend, string method) =>
        Served(backend, $"{method} /a HTTP/1.1\r\n{Host}\r\n", $"{method} /a x ");

    [Theory]
    [OnEveryBackend("GET")]
    [OnEveryBackend("POST")]
    [OnEveryBackend("DELETE")]
    [OnEveryBackend("TRACE")]
    [OnEveryBackend("OPTIONS")]
    public Task S6_framing_is_independent_of_the_method(Backend backend, string method) =>
        Served(
            backend,
            $"{method} /a HTTP/1.1\r\n{Host}Content-Length: 36\r\n\r\nGET /inner HTTP/1.1\r\nHost: inner\r\n\r\n{method} "
                + $"/b HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            $"{method} /a x GET /inner HTTP/1.1\r\nHost: inner\r\n\r\n",
            $"{method} /b x abc"
        );

    [Theory]
    [OnEveryBackend("chunked")]
    [OnEveryBackend("Chunked")]
    [OnEveryBackend("CHUNKED")]
    [OnEveryBackend(" \tchunked\t ")]
    public Task S6_1_chunked_in_any_case_and_with_white_space_around_it(Backend backend, string coding) =>
        Served(backend, $"POST /a HTTP/1.1\r\n{Host}Transfer-Encoding:{coding}\r\n\r\n3\r\nabc\r\n0\r\n\r\n", "POST /a x abc");

    [Theory]
    [OnEveryBackend("gzip, chunked", 501)]
    [OnEveryBackend("gzip\r\nTransfer-Encoding: chunked", 501)]
    [OnEveryBackend("identity, chunked", 501)]
    [OnEveryBackend("xchunked, chunked", 501)]
    [OnEveryBackend(", chunked", 501)]
    public Task S6_1_another_coding_below_chunked_is_501(Backend backend, string codings, int status) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: {codings}\r\n\r\n0\r\n\r\n", status);

    [Theory]
    [OnEveryBackend("gzip")]
    [OnEveryBackend("identity")]
    [OnEveryBackend("chunked, gzip")]
    [OnEveryBackend("chunked, identity")]
    [OnEveryBackend("chunked, chunked")]
    [OnEveryBackend("chunked\r\nTransfer-Encoding: chunked")]
    [OnEveryBackend("chunked\r\nTransfer-Encoding: identity")]
    [OnEveryBackend("chunked,")]
    [OnEveryBackend("")]
    public Task S6_3_a_request_whose_last_coding_is_not_chunked_once_is_400(Backend backend, string codings) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: {codings}\r\n\r\n0\r\n\r\n", 400);

    [Theory]
    [OnEveryBackend("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\nA: b\r\nContent-Length: 0\r\n")]
    [OnEveryBackend("Transfer-Encoding: identity\r\nContent-Length: 3\r\n")]
    [OnEveryBackend("Content-Length: 3\r\nTransfer-Encoding:\r\n")]
    public Task S6_1_a_length_and_a_transfer_coding_exclude_each_other(Backend backend, string fields) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}{fields}\r\n0\r\n\r\n", 400);

    [Theory]
    [OnEveryBackend("")]
    [OnEveryBackend("Connection: keep-alive\r\n")]
    public Task S6_1_HTTP_1_0_has_no_transfer_codings(Backend backend, string fields) =>
        Refused(backend, $"POST / HTTP/1.0\r\n{Host}{fields}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);

    [Theory]
    [OnEveryBackend("0", "")]
    [OnEveryBackend("3", "abc")]
    [OnEveryBackend("0003", "abc")]
    [OnEveryBackend("00000000000000000000000000000000003", "abc")]
    [OnEveryBackend(" \t3\t ", "abc")]
    public Task S6_2_content_length(Backend backend, string value, string body) =>
        Served(backend, $"POST /a HTTP/1.1\r\n{Host}Content-Length:{value}\r\n\r\n{body}", $"POST /a x {body}");

    [Theory]
    [OnEveryBackend("")]
    [OnEveryBackend("+3")]
    [OnEveryBackend("-3")]
    [OnEveryBackend("-0")]
    [OnEveryBackend("3.0")]
    [OnEveryBackend("3e0")]
    [OnEveryBackend("0x3")]
    [OnEveryBackend("3 3")]
    [OnEveryBackend("3,3")]
    [OnEveryBackend("3, 3")]
    [OnEveryBackend("3,4")]
    [OnEveryBackend("3;a=b")]
    [OnEveryBackend("\"3\"")]
    [OnEveryBackend("three")]
    [OnEveryBackend("3_0")]
    [OnEveryBackend("\u00b3")]
    [OnEveryBackend("\u00d9\u00a3")]
    [OnEveryBackend("3\r\nContent-Length: 3")]
    [OnEveryBackend("3\r\nContent-Length: 4")]
    [OnEveryBackend("3\r\ncontent-length: 0")]
    [OnEveryBackend("3\r\nContent-Length:")]
    public Task S6_3_a_length_that_is_not_one_decimal_number_is_400(Backend backend, string value) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Content-Length: {value}\r\n\r\nabc", 400);

    [Theory]
    [OnEveryBackend("10485761")]
    [OnEveryBackend("4294967296")]
    [OnEveryBackend("4294967299")]
    [OnEveryBackend("9223372036854775807")]
    [OnEveryBackend("9223372036854775808")]
    [OnEveryBackend("18446744073709551619")]
    [OnEveryBackend("99999999999999999999999999999999999999")]
    public Task S6_3_a_length_never_overflows_into_a_small_one(Backend backend, string value) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Content-Length: {value}\r\n\r\nabc", 413);
}
