using System.Collections.Concurrent;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>
/// RFC 9112 §11.1, Response Splitting: whatever an application puts into a field, no line of the head ends early. It
/// gets an exception; the client of an application that does not catch it gets a 500.
/// </summary>
public class S11_1_ResponseSplitting
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    [Theory]
    [OnEveryBackend("a\r\nSet-Cookie: b=c")]
    [OnEveryBackend("a\nSet-Cookie: b=c")]
    [OnEveryBackend("a\rb")]
    [OnEveryBackend("a\r\n\r\n<html>")]
    [OnEveryBackend("a\0b")]
    [OnEveryBackend("\u007f")]
    [OnEveryBackend("\r\n")]
    public async Task S11_1_no_value_ends_its_line(Backend backend, string value)
    {
        await Splits(backend, response => response.AddHeader("X-A", value));
        await Splits(backend, response => response.SetHeader("Location", value));
        await Splits(backend, response => response.SetContentType(System.Text.Encoding.UTF8.GetBytes(value)));
        await Splits(backend, response => response.AddCookie(new SetCookie("a", value)));
        await Splits(backend, response => response.AddCookie(new SetCookie("a", "b") { Path = value }));
        await Splits(backend, response => response.AddCookie(new SetCookie("a", "b") { Domain = value }));
    }

    [Theory]
    [OnEveryBackend("")]
    [OnEveryBackend("X-A:")]
    [OnEveryBackend("X A")]
    [OnEveryBackend("X-A: b\r\nX-B")]
    [OnEveryBackend("X\n")]
    [OnEveryBackend("X\u00e9")]
    [OnEveryBackend("Content-Length")]
    [OnEveryBackend("content-length")]
    [OnEveryBackend("Transfer-Encoding")]
    [OnEveryBackend("TRANSFER-ENCODING")]
    [OnEveryBackend("Connection")]
    [OnEveryBackend("Keep-Alive")]
    [OnEveryBackend("Trailer")]
    [OnEveryBackend("Date")]
    [OnEveryBackend("Server")]
    public async Task S11_1_no_name_is_other_than_a_token_or_frames_the_message(Backend backend, string name)
    {
        await Splits(backend, response => response.AddHeader(name, "1"));
        await Splits(backend, response => response.SetHeader(name, "1"));
    }

    [Theory]
    [InlineData("A: b")]
    [InlineData("A: b\n")]
    [InlineData("A: b\r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData("A: b\r\nC: d")]
    [InlineData("A: b\rC: d\r\n")]
    [InlineData("A: b\nC: d\r\n")]
    [InlineData("A: \0\r\n")]
    [InlineData("A : b\r\n")]
    [InlineData(" A: b\r\n")]
    [InlineData("A: b\r\n c\r\n")]
    [InlineData("A\r\n")]
    [InlineData("A: b\r\nContent-Length: 1\r\n")]
    [InlineData("transfer-encoding: chunked\r\n")]
    public void S11_1_lines_that_are_made_in_advance_are_fields_each(string lines) =>
        Assert.Throws<ArgumentException>(() => new HeaderLines(System.Text.Encoding.Latin1.GetBytes(lines)));

    [Theory]
    [OnEveryBackend("a\u010d\u010ab")]
    [OnEveryBackend("\u560d\u560a")]
    public async Task S11_1_text_is_UTF_8_so_that_no_letter_becomes_a_line_end(Backend backend, string value)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.AddHeader("X-A", value);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        var answer = await client.AskAsync(Get);
        Assert.Equal(value, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(answer["X-A"]!)));
    }

    private static async Task Splits(Backend backend, Action<HttpResponse> write)
    {
        var faults = new ConcurrentQueue<Exception>();
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.AddHeader("X-Before", "1");
                exchange.Response.Write("body"u8);
                write(exchange.Response);
                exchange.Complete();
            },
            new HttpOptions { OnFault = (fault, _) => faults.Enqueue(fault) }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        var answer = ReceivedResponse.Parse(System.Text.Encoding.Latin1.GetBytes(await client.ReadToEndAsync()));
        Assert.Equal(500, answer.Status);
        Assert.Equal(["Server", "Date", "Content-Type", "Content-Length", "Connection"], answer.Fields.Select(field => field.Name));
        Assert.IsType<ArgumentException>(Assert.Single(faults));
    }
}
