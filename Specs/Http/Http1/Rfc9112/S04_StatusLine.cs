using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>RFC 9112 §4, Status Line.</summary>
public class S04_StatusLine
{
    [Theory]
    [OnEveryBackend(200, "HTTP/1.1 200 OK")]
    [OnEveryBackend(404, "HTTP/1.1 404 Not Found")]
    [OnEveryBackend(299, "HTTP/1.1 299 ")]
    [OnEveryBackend(599, "HTTP/1.1 599 ")]
    public async Task S4_version_space_code_space_reason_which_may_be_empty(Backend backend, int status, string line)
    {
        await using var server = Answering(backend, status);
        using var client = await server.ConnectAsync();
        Assert.Equal(line, (await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).StatusLine);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S4_the_version_is_the_servers_own_whatever_the_client_speaks(Backend backend)
    {
        await using var server = Answering(backend, 200);
        using var client = await server.ConnectAsync();
        Assert.Equal("HTTP/1.1 200 OK", (await client.AskAsync("GET / HTTP/1.0\r\n\r\n")).StatusLine);
    }

    [Theory]
    [OnEveryBackend]
    public async Task S4_an_answer_begins_with_its_status_line_and_ends_with_its_body(Backend backend)
    {
        await using var server = Answering(backend, 200);
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        byte[] all = Encoding.Latin1.GetBytes(await client.ReadToEndAsync());
        Assert.Equal(all.Length, ReceivedResponse.TryParse(all, false, out var answer));
        Assert.Equal("body", answer!.Body);
    }

    private static TestServer Answering(Backend backend, int status) =>
        new(
            backend,
            exchange =>
            {
                exchange.Response.Status = status;
                exchange.Response.Write("body"u8);
                exchange.Complete();
            }
        );
}
