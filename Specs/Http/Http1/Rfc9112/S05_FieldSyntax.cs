using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §5, Field Syntax: name, colon, value.</summary>
public class S05_FieldSyntax(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("A: b")]
    [OnEveryBackend("A:b")]
    [OnEveryBackend("A:")]
    [OnEveryBackend("A: \t b \t ")]
    [OnEveryBackend("A: b : c")]
    [OnEveryBackend("!#$%&'*+-.^_`|~09aZ: b")]
    [OnEveryBackend("A: \u00e9\u0080\u00ff")]
    [OnEveryBackend("A: \"quoted, \\\" string\" (comment)")]
    [OnEveryBackend("A: b\tc")]
    public Task S5_field_lines(Backend backend, string line) => Served(backend, $"GET /a HTTP/1.1\r\n{Host}{line}\r\n\r\n", "GET /a x ");

    [Theory]
    [OnEveryBackend("A")]
    [OnEveryBackend(": b")]
    [OnEveryBackend(":")]
    [OnEveryBackend("A b: c")]
    [OnEveryBackend("A(b): c")]
    [OnEveryBackend("A/b: c")]
    [OnEveryBackend("A@b: c")]
    [OnEveryBackend("{A}: c")]
    [OnEveryBackend("\"A\": c")]
    [OnEveryBackend("A\u00e9: c")]
    [OnEveryBackend("A\0: c")]
    [OnEveryBackend("A\u007f: c")]
    [OnEveryBackend("A;b: c")]
    [OnEveryBackend("A,b: c")]
    [OnEveryBackend("GET /smuggled HTTP/1.1")]
    public Task S5_a_name_is_a_token_and_a_colon_follows(Backend backend, string line) =>
        Refused(backend, $"GET / HTTP/1.1\r\n{Host}{line}\r\n\r\n", 400);

    [Theory]
    [OnEveryBackend("Content-Length : 5")]
    [OnEveryBackend("Content-Length\t: 5")]
    [OnEveryBackend("Transfer-Encoding : chunked")]
    [OnEveryBackend("Transfer-Encoding\t : chunked")]
    [OnEveryBackend("A : b")]
    [OnEveryBackend("A\u00a0: b")]
    [OnEveryBackend("A\u000b: b")]
    [OnEveryBackend(" : b")]
    public Task S5_1_no_white_space_before_the_colon(Backend backend, string line) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}{line}\r\n\r\n", 400);

    [Theory]
    [OnEveryBackend("A: b\r\n c\r\n")]
    [OnEveryBackend("A: b\r\n\tc\r\n")]
    [OnEveryBackend("A: b\r\n \r\n")]
    [OnEveryBackend("A:\r\n b\r\n")]
    [OnEveryBackend("Content-Length:\r\n 5\r\n")]
    [OnEveryBackend("Transfer-Encoding:\r\n chunked\r\n")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\n , identity\r\n")]
    [OnEveryBackend("A: b\r\n Content-Length: 5\r\n")]
    public Task S5_2_obsolete_line_folding_is_refused(Backend backend, string fields) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}{fields}\r\n", 400);
}
