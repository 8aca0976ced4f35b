using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9110;

/// <summary>
/// RFC 9110 §7, Routing HTTP Messages: Host, Connection, Upgrade. What a message must look like to have one Host is in
/// RFC 9112 §3.2.
/// </summary>
public class S07_Routing(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend]
    public Task S7_2_HTTP_1_0_may_come_without_Host(Backend backend) =>
        Served(backend, "GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "GET /a  ");

    [Theory]
    [OnEveryBackend("Host: x\r\nHost: x\r\n")]
    [OnEveryBackend("Host: a b\r\n")]
    [OnEveryBackend("Host:\r\n")]
    public Task S7_2_HTTP_1_0_may_not_come_with_a_bad_one(Backend backend, string fields) =>
        Refused(backend, $"GET /a HTTP/1.0\r\n{fields}\r\n", 400);

    [Theory]
    [OnEveryBackend("Connection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n")]
    [OnEveryBackend(
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    )]
    [OnEveryBackend("Connection: Upgrade\r\nUpgrade: TLS/1.0, HTTP/2.0\r\n")]
    [OnEveryBackend("Upgrade: h2c\r\n")]
    [OnEveryBackend("Connection: upgrade\r\n")]
    public Task S7_8_an_upgrade_is_not_taken_up_and_the_request_served(Backend backend, string fields) =>
        Served(backend, $"GET /a HTTP/1.1\r\n{Host}{fields}\r\nGET /b HTTP/1.1\r\n{Host}\r\n", "GET /a x ", "GET /b x ");

    [Theory]
    [OnEveryBackend("Max-Forwards: 0\r\n")]
    [OnEveryBackend("Via: 1.1 proxy\r\n")]
    [OnEveryBackend("Forwarded: for=10.0.0.1;host=other\r\n")]
    [OnEveryBackend("X-Forwarded-Host: other\r\n")]
    [OnEveryBackend("X-Original-URL: /admin\r\n")]
    [OnEveryBackend("X-Rewrite-URL: /admin\r\n")]
    [OnEveryBackend("X-HTTP-Method-Override: DELETE\r\n")]
    public Task S7_no_field_reroutes_a_request(Backend backend, string fields) =>
        Served(backend, $"GET /a HTTP/1.1\r\n{Host}{fields}\r\n", "GET /a x ");
}
