using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9110;

/// <summary>RFC 9110 §10.1.1, Expect: leave to send a body.</summary>
public class S10_Expect(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend("Content-Length: 2\r\n", "hi")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\n", "2\r\nhi\r\n0\r\n\r\n")]
    public async Task S10_1_1_leave_is_given_when_the_body_waits_for_it(Backend backend, string framing, string body)
    {
        using var client = await ConnectAsync(backend);
        var leave = await client.AskAsync($"POST /a HTTP/1.1\r\n{Host}Expect: 100-Continue\r\n{framing}\r\n");
        Assert.Equal("HTTP/1.1 100 Continue", leave.StatusLine);
        Assert.Empty(leave.Fields);
        Assert.Equal("POST /a x hi", (await client.AskAsync(body)).Body);
        Assert.Equal("GET /b x ", (await client.AskAsync($"GET /b HTTP/1.1\r\n{Host}\r\n")).Body);
    }

    [Theory]
    [OnEveryBackend("Content-Length: 2\r\n\r\nhi")]
    [OnEveryBackend("Content-Length: 0\r\n\r\n")]
    [OnEveryBackend("\r\n")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n")]
    public async Task S10_1_1_none_is_given_when_nothing_waits_for_it(Backend backend, string rest)
    {
        using var client = await ConnectAsync(backend);
        Assert.Equal(200, (await client.AskAsync($"POST /a HTTP/1.1\r\n{Host}Expect: 100-continue\r\n{rest}")).Status);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S10_1_1_none_is_given_to_HTTP_1_0(Backend backend)
    {
        using var client = await ConnectAsync(backend);
        await client.SendAsync($"POST /a HTTP/1.0\r\n{Host}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal("POST /a x hi", (await client.AskAsync("hi")).Body);
    }

    [Theory]
    [OnEveryBackend("10485761", 413)]
    [OnEveryBackend("x", 400)]
    public Task S10_1_1_a_final_status_instead_of_leave(Backend backend, string length, int status) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Expect: 100-continue\r\nContent-Length: {length}\r\n\r\n", status);

    [Theory]
    [OnEveryBackend("200-ok")]
    [OnEveryBackend("100-continue, 100-continue")]
    [OnEveryBackend("100-continue\r\nExpect: 100-continue")]
    [OnEveryBackend("100-continue;a=b")]
    [OnEveryBackend("")]
    public Task S10_1_1_another_expectation_is_417(Backend backend, string value) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}Expect: {value}\r\nContent-Length: 1\r\n\r\n", 417);
}
