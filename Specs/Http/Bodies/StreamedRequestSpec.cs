using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Bodies;

/// <summary>A body that is read as it arrives.</summary>
public class StreamedRequestSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_application_is_called_with_the_head_and_reads_the_body_as_it_comes(Backend backend)
    {
        var called = new TaskCompletionSource();
        await using var server = Serve(
            backend,
            async exchange =>
            {
                Assert.True(exchange.Request.Body.IsEmpty);
                Assert.Equal(exchange.Request.Verb == HttpVerb.Post ? 5 : 0, exchange.RequestBody.Length);
                called.TrySetResult();
                await EchoAsync(exchange, 64);
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
        await called.Task;
        await client.SendAsync("he");
        Assert.Equal("hello", (await client.AskAsync("llo" + Get)).Body);
        Assert.Equal("GET /", (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Chunks_in_any_split_are_the_same_body(Backend backend)
    {
        await using var server = Serve(backend, exchange => EchoAsync(exchange, 3));
        using var client = await server.ConnectAsync();
        const string Wire =
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4;a=b\r\nabcd\r\nA\r\n0123456789\r\n1\r\n"
            + "!\r\n0\r\nX: y\r\n\r\n";
        foreach (int size in new[] { 1, 2, 7, Wire.Length })
        {
            foreach (byte[] part in Encoding.ASCII.GetBytes(Wire).Chunk(size))
            {
                await client.SendAsync(part);
            }

            Assert.Equal("abcd0123456789!", (await client.ReadAsync()).Body);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Much_that_comes_fast_is_the_same_body_wherever_the_pieces_end_in_a_chunks_frame(Backend backend)
    {
        await using var server = Serve(backend, exchange => EchoAsync(exchange, 50_000));
        using var client = await server.ConnectAsync();
        var expected = new StringBuilder();
        var wire = new StringBuilder("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 400; i++)
        {
            string chunk = new string((char)('a' + (i % 26)), 1 + (i * 37 % 3000));
            expected.Append(chunk);
            wire.Append($"{chunk.Length:x};{new string('e', 1 + (i % 20))}\r\n{chunk}\r\n");
        }

        wire.Append($"0\r\nTrailer: {new string('t', 20_000)}\r\n\r\n{Get}");
        byte[] bytes = Encoding.ASCII.GetBytes(wire.ToString());
        foreach (int size in new[] { bytes.Length, 65_536, 40_003 })
        {
            foreach (byte[] part in bytes.Chunk(size))
            {
                await client.SendAsync(part);
            }

            var answer = await client.ReadAsync();
            Assert.Equal(200, answer.Status);
            Assert.True(answer.Body == expected.ToString());
            Assert.Equal("GET /", (await client.ReadAsync()).Body);
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task What_is_not_read_is_not_received(Backend backend)
    {
        const int Length = 64 << 20;
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Serve(
            backend,
            async exchange =>
            {
                await open.Task;
                byte[] buffer = new byte[8192];
                for (int count; (count = await exchange.RequestBody.ReadAsync(buffer)) > 0; )
                {
                    Assert.InRange(exchange.Core.Buffers.Outstanding, 0, 64);
                }

                exchange.Response.Write($"{exchange.RequestBody.Position}");
                exchange.Complete();
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync($"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {Length}\r\n\r\n");
        var sending = client.SendAsync(new byte[Length]);
        await server.Core.Run(() => 0);

        // The sockets' buffers take some of it, and nobody the rest.
        Assert.False(sending.IsCompleted);
        open.SetResult();
        await sending;
        Assert.Equal($"{Length}", (await client.ReadAsync()).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Leave_to_continue_is_given_by_the_first_read(Backend backend)
    {
        await using var server = Serve(backend, exchange => EchoAsync(exchange, 64));
        using var client = await server.ConnectAsync();
        var leave = await client.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal(100, leave.Status);
        Assert.Equal("hi", (await client.AskAsync("hi")).Body);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_body_that_is_not_read_closes_the_connection_unless_it_is_there(Backend backend)
    {
        await using var server = Serve(
            backend,
            exchange =>
            {
                exchange.Complete();
                return Task.CompletedTask;
            }
        );
        using var kept = await server.ConnectAsync();
        Assert.Null((await kept.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi"))["Connection"]);
        Assert.Equal(200, (await kept.AskAsync(Get)).Status);
        using var closed = await server.ConnectAsync();
        Assert.Equal("close", (await closed.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nhi"))["Connection"]);
        Assert.Equal("", await closed.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_body_over_the_plans_limit_is_413(Backend backend)
    {
        await using var server = Serve(backend, exchange => EchoAsync(exchange, 64), maxBytes: 4);
        using var known = await server.ConnectAsync();
        Assert.Equal(413, (await known.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n")).Status);
        using var chunked = await server.ConnectAsync();
        var response = await chunked.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n1\r\n");
        Assert.Equal((413, "close"), (response.Status, response["Connection"]));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_body_that_stops_coming_is_408_and_one_that_is_cut_short_is_400(Backend backend)
    {
        await using var server = Serve(backend, exchange => EchoAsync(exchange, 64), options: new HttpOptions { BodyTimeoutMs = 30 });
        using var slow = await server.ConnectAsync();
        Assert.Equal(408, (await slow.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe")).Status);
        using var cut = await server.ConnectAsync();
        await cut.SendAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe");
        cut.EndSending();
        Assert.Equal(400, (await cut.ReadAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_goes_away_ends_the_read_and_everything_comes_back(Backend backend)
    {
        var ended = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = Serve(
            backend,
            async exchange =>
            {
                var read = exchange.RequestBody.ReadAsync(new byte[10]);
                reading.SetResult();
                ended.SetResult((await Record.ExceptionAsync(async () => await read))!);
                exchange.Complete();
            }
        );
        int atFirst = await server.Core.Run(() => server.Core.Buffers.Outstanding);
        using (var client = await server.ConnectAsync())
        {
            await client.SendAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n");
            await reading.Task;
            client.Socket.LingerState = new(true, 0);
        }

        Assert.IsType<RequestBodyException>(await ended.Task);
        await Eventually.Sees(
            () => server.Core.Run(() => server.Core.Buffers.Outstanding),
            count => count == atFirst,
            "every buffer is back"
        );
    }

    private static TestServer Serve(
        Backend backend,
        Func<HttpExchange, Task> handle,
        long maxBytes = 1 << 30,
        HttpOptions? options = null
    ) => new(backend, exchange => _ = handle(exchange), options, _ => BodyPlan.Stream(maxBytes));

    private static async Task EchoAsync(HttpExchange exchange, int pieceBytes)
    {
        try
        {
            if (exchange.Request.Verb == HttpVerb.Get)
            {
                exchange.Response.Write($"GET {exchange.Request.Path}");
            }

            byte[] piece = new byte[pieceBytes];
            for (int count; (count = await exchange.RequestBody.ReadAsync(piece)) > 0; )
            {
                exchange.Response.Write(piece.AsSpan(0, count));
            }
        }
        catch (RequestBodyException refused)
        {
            exchange.Response.Reset();
            exchange.Response.Status = refused.Status;
        }

        exchange.Complete();
    }
}
