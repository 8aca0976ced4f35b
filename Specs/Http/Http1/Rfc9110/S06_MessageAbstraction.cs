using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9110;

/// <summary>RFC 9110 §6, Message Abstraction: which answers have content, what a trailer may not do, and the date.</summary>
public class S06_MessageAbstraction
{
    [Theory]
    [OnEveryBackend("GET", 200, "4", "body")]
    [OnEveryBackend("HEAD", 200, "4", "")]
    [OnEveryBackend("HEAD", 404, "4", "")]
    [OnEveryBackend("GET", 204, null, "")]
    [OnEveryBackend("HEAD", 204, null, "")]
    [OnEveryBackend("POST", 205, "0", "")]
    [OnEveryBackend("GET", 304, null, "")]
    [OnEveryBackend("HEAD", 304, null, "")]
    [OnEveryBackend("GET", 404, "4", "body")]
    [OnEveryBackend("OPTIONS", 200, "4", "body")]
    public async Task S6_4_1_content_by_method_and_status(Backend backend, string method, int status, string? length, string body)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Status = status;
                exchange.Response.Write("body"u8);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();

        // Twice on one connection: an answer that carried a byte too many or too few would spoil the next one.
        for (int i = 0; i < 2; i++)
        {
            await client.SendAsync($"{method} / HTTP/1.1\r\nHost: x\r\n\r\n");
            var answer = await client.ReadAsync(isHead: method == "HEAD");
            Assert.Equal((status, length, body), (answer.Status, answer["Content-Length"], answer.Body));
            Assert.Null(answer["Transfer-Encoding"]);
        }
    }

    [Theory]
    [OnEveryBackend("HEAD", 200, null, "4")]
    [OnEveryBackend("HEAD", 200, "chunked", null)]
    [OnEveryBackend("GET", 204, null, null)]
    [OnEveryBackend("GET", 205, null, "0")]
    [OnEveryBackend("GET", 304, null, null)]
    [OnEveryBackend("HEAD", 304, null, null)]
    public async Task S6_4_1_a_source_is_not_asked_where_there_is_no_content(
        Backend backend,
        string method,
        int status,
        string? coding,
        string? length
    )
    {
        var (asked, disposed) = (0, 0);
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Status = status;
                exchange.Response.SetSource(
                    new CountingSource(coding is null && length != "0" ? 4 : null, () => asked++, () => disposed++)
                );
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        for (int i = 0; i < 2; i++)
        {
            await client.SendAsync($"{method} / HTTP/1.1\r\nHost: x\r\n\r\n");
            var answer = await client.ReadAsync(isHead: method == "HEAD");
            Assert.Equal((status, length, coding), (answer.Status, answer["Content-Length"], answer["Transfer-Encoding"]));
        }

        Assert.Equal((0, 2), (asked, disposed));
    }

    [Theory]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("rubbish\r\n\r\n")]
    public async Task S6_6_1_every_answer_has_the_date(Backend backend, string request)
    {
        await using var server = new TestServer(backend, exchange => exchange.Complete());
        using var client = await server.ConnectAsync();
        var before = DateTime.UtcNow.AddSeconds(-2);
        var answer = await client.AskAsync(request);
        var date = DateTime.ParseExact(answer["Date"]!, "r", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(date, before, DateTime.UtcNow.AddSeconds(1));
    }

    [Theory]
    [OnEveryBackend]
    public async Task S6_5_1_fields_of_a_trailer_are_not_merged_into_the_head(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                bool isMerged =
                    exchange.Request.Headers.TryGet("X-Role"u8, out _) || exchange.Request.Headers.TryGet("Authorization"u8, out _);
                exchange.Response.Write(isMerged ? "merged"u8 : "apart"u8);
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        var answer = await client.AskAsync(
            "POST / HTTP/1.1\r\nHost: x\r\nTrailer: X-Role\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX-Role: admin\r\n"
                + "Authorization: Basic YTpi\r\n\r\n"
        );
        Assert.Equal("apart", answer.Body);
    }

    private sealed class CountingSource(long? length, Action asked, Action disposed) : ResponseSource
    {
        public override long? Length => length;

        public override ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            asked();
            return stream.WriteAsync("body"u8.ToArray(), aborted);
        }

        protected override void Dispose(bool disposing) => disposed();
    }
}
