using System.Collections.Concurrent;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Http1.Rfc9112;

/// <summary>
/// RFC 9112 §11.2, Request Smuggling: the catalogue of published attacks. Each is a message that some pair of servers
/// frames differently; this one refuses it, closes, and serves nothing of what stands behind.
/// </summary>
public class S11_2_RequestSmuggling(LiveServers servers) : LiveSpec(servers)
{
    private const string Post = "POST / HTTP/1.1\r\nHost: x\r\n";

    [Theory]
    [OnEveryBackend("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG")]
    [OnEveryBackend("Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [OnEveryBackend("content-length: 6\r\ntransfer-encoding: Chunked\r\n\r\n0\r\n\r\nG")]
    public Task CL_TE_the_front_takes_the_length(Backend backend, string rest) => Refused(backend, Post + rest, 400);

    [Theory]
    [OnEveryBackend("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\nGPOST / HTTP/1.1\r\n\r\n0\r\n\r\n")]
    [OnEveryBackend("Transfer-Encoding: chunked\r\nA: b\r\nContent-Length: 3\r\n\r\n8\r\nSMUGGLED\r\n0\r\n\r\n")]
    public Task TE_CL_the_front_takes_the_chunks(Backend backend, string rest) => Refused(backend, Post + rest, 400);

    [Theory]
    [OnEveryBackend("Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345G")]
    [OnEveryBackend("Content-Length: 5\r\nContent-Length: 5\r\n\r\n12345")]
    [OnEveryBackend("Content-Length: 0\r\nContent-Length: 44\r\n\r\n")]
    [OnEveryBackend("Content-Length: 5, 6\r\n\r\n12345G")]
    [OnEveryBackend("Content-Length: 5,5\r\n\r\n12345")]
    [OnEveryBackend("Content-Length: 5\r\nContent_Length : 6\r\n\r\n12345")]
    public Task CL_CL_two_lengths(Backend backend, string rest) => Refused(backend, Post + rest, 400);

    [Theory]
    [OnEveryBackend("Transfer-Encoding: xchunked", 400)]
    [OnEveryBackend("Transfer-Encoding: chunkedx", 400)]
    [OnEveryBackend("Transfer-Encoding: chunk", 400)]
    [OnEveryBackend("Transfer-Encoding : chunked", 400)]
    [OnEveryBackend("Transfer-Encoding\t:chunked", 400)]
    [OnEveryBackend(" Transfer-Encoding: chunked", 400)]
    [OnEveryBackend("\tTransfer-Encoding: chunked", 400)]
    [OnEveryBackend("X: X\nTransfer-Encoding: chunked", 400)]
    [OnEveryBackend("X: X\rTransfer-Encoding: chunked", 400)]
    [OnEveryBackend("Transfer-Encoding\n : chunked", 400)]
    [OnEveryBackend("Transfer-Encoding\r\n : chunked", 400)]
    [OnEveryBackend("Transfer-Encoding:\r\n chunked", 400)]
    [OnEveryBackend("Transfer-Encoding:\n chunked", 400)]
    [OnEveryBackend("Transfer-Encoding:\u000bchunked", 400)]
    [OnEveryBackend("Transfer-Encoding:\fchunked", 400)]
    [OnEveryBackend("Transfer-Encoding: \u000bchunked", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked\u000b", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked\r", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked\0", 400)]
    [OnEveryBackend("Transfer-Encoding:\0chunked", 400)]
    [OnEveryBackend("Transfer-Encoding: \u00a0chunked", 400)]
    [OnEveryBackend("Transfer-Encoding: \u0085chunked", 400)]
    [OnEveryBackend("Transfer-Encoding: \u00efchunked", 400)]
    [OnEveryBackend("Transfer-Encoding: \"chunked\"", 400)]
    [OnEveryBackend("Transfer-Encoding: 'chunked'", 400)]
    [OnEveryBackend("Transfer-Encoding: (chunked)", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked;a=b", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked ;", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked chunked", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked, cow", 400)]
    [OnEveryBackend("Transfer-Encoding: chunked\r\nTransfer-Encoding: cow", 400)]
    [OnEveryBackend("Transfer-Encoding: cow\r\nTransfer-Encoding: chunked", 501)]
    [OnEveryBackend("Transfer-Encoding: identity, chunked", 501)]
    [OnEveryBackend("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked", 501)]
    [OnEveryBackend("Transfer-Encoding:\r\nTransfer-Encoding: chunked", 501)]
    [OnEveryBackend("Transfer-Encoding: ,chunked", 501)]
    [OnEveryBackend("Transfer-Encoding: chunked,", 400)]
    [OnEveryBackend("Transfer-Encoding: chun\r\n ked", 400)]
    [OnEveryBackend("Transfer-Encoding: chunKed\u0001", 400)]
    [OnEveryBackend("Transfer-Encoding: \u212a", 400)]
    public Task TE_TE_a_coding_that_only_one_of_two_recognises(Backend backend, string field, int status) =>
        Refused(backend, $"{Post}{field}\r\n\r\n0\r\n\r\n", status);

    [Theory]
    [OnEveryBackend("Transfer_Encoding: chunked")]
    [OnEveryBackend("Transfer-Encoding-: chunked")]
    [OnEveryBackend("XTransfer-Encoding: chunked")]
    [OnEveryBackend("Transfer.Encoding: chunked")]
    [OnEveryBackend("Content_Length: 5")]
    [OnEveryBackend("X-Content-Length: 5")]
    public Task A_field_of_another_name_is_another_field(Backend backend, string field) =>
        Served(backend, $"POST /a HTTP/1.1\r\n{Host}{field}\r\n\r\n", "POST /a x ");

    [Theory]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nX: y\r\n\rGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nX: y\n\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nX: y\r\rGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nX: y\0\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\n:\r\n\r\n")]
    [OnEveryBackend("GET / HTTP/1.1\r\nHost: x\r\nX\r\n\r\n")]
    public Task A_head_that_only_one_of_two_ends_here(Backend backend, string bytes) => Refused(backend, bytes, 400);

    [Theory]
    [OnEveryBackend("3\r\nabcGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("3;\nabc\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("2\r\nabc\r\n0\r\n\r\n")]
    [OnEveryBackend("0\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("0\r\n\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("0\r\n\rGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    [OnEveryBackend("0 \r\n\r\n")]
    [OnEveryBackend("00x\r\n\r\n")]
    [OnEveryBackend("0\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")]
    public Task TERM_EXT_a_chunk_that_only_one_of_two_ends_here(Backend backend, string chunks) =>
        Refused(backend, $"{Post}Transfer-Encoding: chunked\r\n\r\n{chunks}", 400);

    [Theory]
    [OnEveryBackend("3\r\nabcGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("3\r\nabc\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("0x3\r\nabc\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("3;a\nabc\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("3\r\nabc\r\n0\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("3\r\nabc\r\n10000000000000000\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", true)]
    [OnEveryBackend("3\r\nabc\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", false)]
    [OnEveryBackend("ffff\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n", false)]
    public async Task A_streamed_body_ends_where_a_whole_one_does_whatever_the_application_makes_of_it(
        Backend backend,
        string chunks,
        bool reads
    )
    {
        var served = new ConcurrentQueue<string>();
        await using var server = new TestServer(
            backend,
            async exchange =>
            {
                served.Enqueue(exchange.Request.Path);
                try
                {
                    byte[] piece = new byte[16];
                    while (reads && await exchange.RequestBody.ReadAsync(piece) > 0) { }
                }
                catch (RequestBodyException)
                {
                    // As an application does that does not care.
                }

                exchange.Complete();
            },
            plan: _ => BodyPlan.Streamed
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync($"{Post}Transfer-Encoding: chunked\r\n\r\n{chunks}");
        var answer = await OnlyAnswer(client);
        Assert.Equal((200, "close"), (answer.Status, answer["Connection"]));
        Assert.Equal(["/"], served);
    }

    [Theory]
    [OnEveryBackend("GET", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")]
    [OnEveryBackend("HEAD", "Content-Length: -1\r\n")]
    [OnEveryBackend("OPTIONS", "Transfer-Encoding: identity\r\n")]
    [OnEveryBackend("TRACE", "Content-Length: 1\r\nContent-Length: 2\r\n")]
    public async Task Methods_that_seldom_have_a_body_are_framed_as_strictly(Backend backend, string method, string fields)
    {
        if (method == "HEAD")
        {
            using var client = await ConnectAsync(backend);
            await client.SendAsync($"HEAD / HTTP/1.1\r\n{Host}{fields}\r\nGET /smuggled HTTP/1.1\r\n{Host}\r\n");
            Assert.Equal(400, (await client.ReadAsync(isHead: true)).Status);
            Assert.Equal("", await client.ReadToEndAsync());
            return;
        }

        await Refused(backend, $"{method} / HTTP/1.1\r\n{Host}{fields}\r\n", 400);
    }

    [Theory]
    [OnEveryBackend("Connection: close, Content-Length")]
    [OnEveryBackend("Connection: Host")]
    [OnEveryBackend("Connection: Transfer-Encoding, Cookie")]
    public async Task Connection_tokens_take_no_field_out_of_the_framing(Backend backend, string field)
    {
        using var client = await ConnectAsync(backend);
        var answer = await client.AskAsync($"POST /a HTTP/1.1\r\n{Host}{field}\r\nContent-Length: 3\r\n\r\nabc");
        Assert.Equal((200, "POST /a x abc"), (answer.Status, answer.Body));
    }
}
