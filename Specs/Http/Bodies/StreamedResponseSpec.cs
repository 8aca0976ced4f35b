using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit;

namespace Stryke.Web.Specs.Http.Bodies;

/// <summary>An answer that is written while it is sent.</summary>
public class StreamedResponseSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Without_a_length_it_is_chunked_and_the_connection_goes_on(Backend backend)
    {
        await using var server = Serve(
            backend,
            null,
            async (stream, _) =>
            {
                await stream.WriteAsync("one "u8.ToArray());
                await Task.Yield();
                await stream.WriteAsync(ReadOnlyMemory<byte>.Empty);
                await Task.Run(async () => await stream.WriteAsync("two"u8.ToArray()));
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get + Get);
        for (int i = 0; i < 2; i++)
        {
            var response = await client.ReadAsync();
            Assert.Equal(("chunked", "one two"), (response["Transfer-Encoding"], response.Body));
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task To_a_client_of_HTTP_1_0_it_ends_with_the_connection(Backend backend)
    {
        await using var server = Serve(backend, null, (stream, _) => stream.WriteAsync("all"u8.ToArray()));
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        string all = await client.ReadToEndAsync();
        Assert.DoesNotContain("Transfer-Encoding", all);
        Assert.Contains("Connection: close\r\n", all);
        Assert.EndsWith("\r\n\r\nall", all);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_head_request_gets_the_head_and_the_source_is_not_asked(Backend backend)
    {
        var source = new Source(5, (_, _) => throw new InvalidOperationException("asked"));
        await using var server = new TestServer(backend, exchange => Answer(exchange, source));
        using var client = await server.ConnectAsync();
        Assert.Equal("5", (await client.AskAsync("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n"))["Content-Length"]);
        Assert.True(await source.Disposed.Task);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_writer_waits_for_a_client_that_does_not_read(Backend backend)
    {
        const int Pieces = 512,
            PieceBytes = 128 * 1024;
        long most = 0L;
        await using var server = Serve(
            backend,
            (long)Pieces * PieceBytes,
            async (stream, _) =>
            {
                for (int i = 0; i < Pieces; i++)
                {
                    await stream.WriteAsync(Piece(i));
                    most = Math.Max(most, Core.Current!.Buffers.Outstanding);
                }
            }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        byte[] response = await client.ReadBytesAsync((long)Pieces * PieceBytes);
        for (int i = 0; i < Pieces; i++)
        {
            Assert.True(response.AsSpan(i * PieceBytes, PieceBytes).SequenceEqual(Piece(i)), $"piece {i}");
        }

        Assert.InRange(most, 0, 64);

        static byte[] Piece(int number)
        {
            byte[] piece = new byte[PieceBytes];
            Array.Fill(piece, (byte)number);
            return piece;
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_file_arrives_whole_and_is_closed(Backend backend)
    {
        string path = Path.GetTempFileName();
        byte[] content = new byte[(3 << 20) + 17];
        new Random(7).NextBytes(content);
        await File.WriteAllBytesAsync(path, content);
        var file = File.OpenHandle(path, options: FileOptions.DeleteOnClose);
        await using var server = new TestServer(backend, exchange => Answer(exchange, new FileSource(file, 5, content.Length - 5)));
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        Assert.Equal(content[5..], await client.ReadBytesAsync(content.Length - 5));
        await Eventually.Holds(() => file.IsClosed, "the file is closed");
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_source_that_fails_or_writes_too_little_ends_the_connection_before_the_end_of_the_body(Backend backend)
    {
        var faults = new List<string>();
        var options = new HttpOptions { OnFault = (fault, request) => faults.Add($"{request.Path}: {fault.Message}") };
        var next = new Queue<Source>([
            new(
                null,
                async (stream, _) =>
                {
                    await stream.WriteAsync("some"u8.ToArray());
                    throw new InvalidOperationException("no more");
                }
            ),
            new(10, (stream, _) => stream.WriteAsync("some"u8.ToArray())),
            new(2, (stream, _) => stream.WriteAsync("some"u8.ToArray())),
        ]);
        await using var server = new TestServer(backend, exchange => Answer(exchange, next.Dequeue()), options);
        for (int i = 1; i <= 3; i++)
        {
            using var client = await server.ConnectAsync();
            await client.SendAsync($"GET /{i} HTTP/1.1\r\nHost: x\r\n\r\n");
            Assert.DoesNotContain("0\r\n\r\n", await client.ReadUntilLostAsync());
        }

        Assert.Equal(
            [
                "/1: no more",
                "/2: The source of the response wrote 4 bytes, fewer than it had announced.",
                "/3: The response was announced with 2 bytes, and more are written.",
            ],
            faults
        );
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_goes_away_cancels_the_source(Backend backend)
    {
        var source = new Source(
            null,
            async (stream, aborted) =>
            {
                await stream.WriteAsync("on"u8.ToArray());
                await Task.Delay(Timeout.Infinite, aborted);
            }
        );
        int faults = 0;
        await using var server = new TestServer(
            backend,
            exchange => Answer(exchange, source),
            new HttpOptions { OnFault = (_, _) => faults++ }
        );
        using (var client = await server.ConnectAsync())
        {
            await client.SendAsync(Get);
            client.Socket.LingerState = new(true, 0);
        }

        Assert.True(await source.Disposed.Task);
        Assert.Equal(0, faults);
    }

    private static TestServer Serve(Backend backend, long? length, Func<ResponseStream, CancellationToken, ValueTask> write) =>
        new(backend, exchange => Answer(exchange, new Source(length, write)));

    private static void Answer(HttpExchange exchange, ResponseSource source)
    {
        exchange.Response.SetContentType(MediaTypes.Text);
        exchange.Response.SetSource(source);
        exchange.Complete();
    }

    private sealed class Source(long? length, Func<ResponseStream, CancellationToken, ValueTask> write) : ResponseSource
    {
        public TaskCompletionSource<bool> Disposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override long? Length => length;

        public override ValueTask WriteTo(ResponseStream stream, CancellationToken aborted) => write(stream, aborted);

        protected override void Dispose(bool disposing) => Disposed.SetResult(true);
    }
}
