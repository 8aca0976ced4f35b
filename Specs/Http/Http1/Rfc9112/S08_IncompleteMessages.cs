using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §8, Handling Incomplete Messages: what the client cuts short is answered with 400, and never served.</summary>
public class S08_IncompleteMessages(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("G")]
    [OnEveryBackend("GET / HTTP/1.1")]
    [OnEveryBackend("GET / HTTP/1.1\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n\r")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n")]
    [OnEveryBackend("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nA: b\r\n")]
    public async Task S8_a_request_that_is_cut_short_is_refused(Backend backend, string bytes)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync($"GET /whole HTTP/1.1\r\n{Host}\r\n");
        Assert.Equal("GET /whole x ", (await client.ReadAsync()).Body);
        await client.SendAsync(bytes);
        client.EndSending();
        var answer = await OnlyAnswer(client);
        Assert.Equal((400, "close"), (answer.Status, answer["Connection"]));
    }

    [Theory]
    [OnEveryBackend("")]
    [OnEveryBackend("\r\n")]
    public async Task S8_nothing_is_cut_short_between_requests(Backend backend, string after)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync($"POST /a HTTP/1.1\r\n{Host}Content-Length: 1\r\n\r\nx{after}");
        client.EndSending();
        Assert.Equal("POST /a x x", (await OnlyAnswer(client)).Body);
    }
}
