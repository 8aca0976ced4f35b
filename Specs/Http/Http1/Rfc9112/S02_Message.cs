using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §2, Message: lines, what may stand before the first one, and the version at its end.</summary>
public class S02_Message(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("GET / HTTP/1.1\nHost: x\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n\n")]
    [OnEveryBackend("GET / HTTP/1.1\nHost: x\n\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nA: b\nC: d\r\n\r\n")]
    public Task S2_2_a_line_does_not_end_with_LF_alone(Backend backend, string bytes) => Refused(backend, bytes, 400);

    [Theory]
    [OnEveryBackend("GET / HTTP/1.1\rHost: x\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("GET /\r HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nA:\r b\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nA\r: b\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n\r\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n\rX")]
    public Task S2_2_a_CR_stands_nowhere_but_before_LF(Backend backend, string bytes) => Refused(backend, bytes, 400);

    [Theory]
    [OnEveryBackend]
    public Task S2_2_one_empty_line_before_a_request_is_ignored(Backend backend) =>
        Served(
            backend,
            $"\r\nGET /a HTTP/1.1\r\n{Host}\r\n\r\nPOST /b HTTP/1.1\r\n{Host}Content-Length: 1\r\n\r\nx\r\n",
            "GET /a x ",
            "POST /b x x"
        );

    [Theory]
    [OnEveryBackend("\r\n\r\n")]
    [OnEveryBackend("\n")]
    [OnEveryBackend(" \r\n")]
    [OnEveryBackend("\t")]
    [OnEveryBackend("\0")]
    [OnEveryBackend("\u00ef\u00bb\u00bf")]
    public Task S2_2_nothing_else_may_stand_before_one(Backend backend, string before) =>
        Refused(backend, $"{before}GET / HTTP/1.1\r\n{Host}\r\n", 400);

    [Theory]
    [OnEveryBackend(" Host: x\r\n")]
    [OnEveryBackend("\tHost: x\r\n")]
    [OnEveryBackend(" \r\nHost: x\r\n")]
    public Task S2_2_no_white_space_between_the_request_line_and_the_first_field(Backend backend, string fields) =>
        Refused(backend, $"GET / HTTP/1.1\r\n{fields}\r\n", 400);

    [Theory]
    [OnEveryBackend("\u0016\u0003\u0001\u0002\0\u0001")]
    [OnEveryBackend("hello\r\n")]
    [OnEveryBackend("SSH-2.0-OpenSSH_9.2\r\n")]
    [OnEveryBackend("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [OnEveryBackend("\u0080\u0081\r\n")]
    public Task S2_2_what_is_another_protocol_is_refused(Backend backend, string bytes) => Refused(backend, bytes, 400);

    [Theory]
    [OnEveryBackend("HTTP/2.0", 505)]
    [OnEveryBackend("HTTP/3.0", 505)]
    [OnEveryBackend("HTTP/1.2", 505)]
    [OnEveryBackend("HTTP/1.9", 505)]
    [OnEveryBackend("HTTP/0.9", 505)]
    [OnEveryBackend("http/1.1", 400)]
    [OnEveryBackend("HTTP/1", 400)]
    [OnEveryBackend("HTTP/1.", 400)]
    [OnEveryBackend("HTTP/.1", 400)]
    [OnEveryBackend("HTTP/1.10", 400)]
    [OnEveryBackend("HTTP/01.1", 400)]
    [OnEveryBackend("HTTP/1,1", 400)]
    [OnEveryBackend("HTTP/1.1.1", 400)]
    [OnEveryBackend("HTTP/+1.1", 400)]
    [OnEveryBackend("HTTP/\u00b9.1", 400)]
    [OnEveryBackend("ICY/1.1", 400)]
    [OnEveryBackend("HTTPS/1.1", 400)]
    public Task S2_3_the_version_is_HTTP_1_1_or_1_0_to_the_letter(Backend backend, string version, int status) =>
        Refused(backend, $"GET / {version}\r\n{Host}\r\n", status);

    [Theory]
    [OnEveryBackend("GET /\r\n")]
    [OnEveryBackend("GET / \r\n")]
    [OnEveryBackend("GET\r\n")]
    public Task S2_3_a_simple_request_of_HTTP_0_9_is_refused(Backend backend, string line) => Refused(backend, line, 400);

    [Theory]
    [OnEveryBackend]
    public Task S2_3_the_preface_of_HTTP_2_is_refused(Backend backend) => Refused(backend, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
}
