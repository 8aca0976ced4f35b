using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9110;

/// <summary>RFC 9110 §5, Fields: names, order, limits, values.</summary>
public class S05_Fields(LiveServers servers) : LiveSpec(servers)
{
    [Theory]
    [OnEveryBackend]
    public async Task S5_1_to_5_3_names_have_no_case_and_lines_keep_their_order(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                foreach (var field in exchange.Request.Headers)
                {
                    exchange.Response.Write(field.Name);
                    exchange.Response.Write("="u8);
                    exchange.Response.Write(field.Value);
                    exchange.Response.Write("|"u8);
                }

                exchange.Response.AddHeader("Found"u8, exchange.Request.Headers.TryGet("x-A"u8, out var value) ? value : default);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        var answer = await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\nX-a: 1\r\nB:\t 2 3 \r\nx-A: 4\r\nC:\r\n\r\n");
        Assert.Equal("Host=x|X-a=1|B=2 3|x-A=4|C=|", answer.Body);
        Assert.Equal("1, 4", answer["Found"]);
    }

    [Theory]
    [OnEveryBackend("Content-Type: text/plain\r\nContent-Type: text/plain\r\n")]
    [OnEveryBackend("Content-Type: application/x-www-form-urlencoded\r\nX: y\r\ncontent-type: multipart/form-data; boundary=b\r\n")]
    [OnEveryBackend("Content-Type:\r\nContent-Type: text/plain\r\n")]
    public Task S5_3_and_8_3_two_media_types_are_refused(Backend backend, string fields) =>
        Refused(backend, $"POST / HTTP/1.1\r\n{Host}{fields}Content-Length: 0\r\n\r\n", 400);

    [Theory]
    [OnEveryBackend(100, true)]
    [OnEveryBackend(101, false)]
    [OnEveryBackend(2_000, false)]
    public Task S5_4_too_many_fields_are_431(Backend backend, int count, bool isServed)
    {
        string request = $"GET /a HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(1, count - 1).Select(i => $"A{i}: b\r\n"))}\r\n";
        return isServed ? Served(backend, request, "GET /a x ") : Refused(backend, request, 431);
    }

    [Theory]
    [OnEveryBackend(0, true)]
    [OnEveryBackend(1, false)]
    [OnEveryBackend(100_000, false)]
    public Task S5_4_too_large_fields_are_431(Backend backend, int over, bool isServed)
    {
        const string Start = "GET /a HTTP/1.1\r\nHost: x\r\nA: ";
        string request = $"{Start}{new string('b', (32 * 1024) - Start.Length - 4 + over)}\r\n\r\n";
        return isServed ? Served(backend, request, "GET /a x ") : Refused(backend, request, 431);
    }

    [Theory]
    [OnEveryBackend("\0")]
    [OnEveryBackend("\u0001")]
    [OnEveryBackend("\b")]
    [OnEveryBackend("\n")]
    [OnEveryBackend("\u000b")]
    [OnEveryBackend("\f")]
    [OnEveryBackend("\r")]
    [OnEveryBackend("\u001b")]
    [OnEveryBackend("\u001f")]
    [OnEveryBackend("\u007f")]
    public async Task S5_5_no_control_byte_stands_anywhere_in_a_value(Backend backend, string control)
    {
        foreach (string? value in new[] { $"{control}b", $"b{control}", $"b{control}c", control })
        {
            await Refused(backend, $"GET / HTTP/1.1\r\n{Host}A: {value}\r\n\r\n", 400);
        }
    }
}
