using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Faults;

/// <summary>A stop in the middle of something: it may end, within the time that the stop is given, and is cut off after it.</summary>
public class StopFaultsSpec
{
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan None = TimeSpan.FromMilliseconds(1);

    [Theory]
    [OnEveryBackend("/")]
    [OnEveryBackend("/streamed")]
    public async Task An_upload_may_end(Backend backend, string path)
    {
        await using var server = Serving(backend);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
        await HasBegunAsync(server);
        var stopping = server.System.StopAsync(Ample);
        await server.IsDraining();
        await client.SendAsync(" whole");
        var answer = await client.ReadAsync();
        Assert.Equal((200, "half whole", "close"), (answer.Status, answer.Body, answer["Connection"]));
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        await stopping;
        Assert.Empty(server.Faults);
    }

    [Theory]
    [OnEveryBackend("/")]
    [OnEveryBackend("/streamed")]
    public async Task An_upload_that_does_not_end_is_cut_off(Backend backend, string path)
    {
        await using var server = Serving(backend);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
        await HasBegunAsync(server);
        await server.System.StopAsync(None);
        Assert.DoesNotContain(" 200 ", await ReadWhatComes(client));
        Assert.Empty(server.Faults);
    }

    [Theory]
    [OnEveryBackend("/large")]
    [OnEveryBackend("/source")]
    public async Task A_download_may_end(Backend backend, string path)
    {
        await using var server = Serving(backend);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
        await HasBegunAsync(server);
        await Eventually.Holds(() => client.Socket.Available > 0, "the answer begins");
        var stopping = server.System.StopAsync(Ample);
        await server.IsDraining();
        string answer = await client.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200 OK", answer);
        Assert.Equal(Large, answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        client.Dispose();
        await stopping;
        Assert.Empty(server.Faults);
    }

    [Theory]
    [OnEveryBackend("/large")]
    [OnEveryBackend("/source")]
    public async Task A_download_that_nobody_takes_is_cut_off(Backend backend, string path)
    {
        await using var server = Serving(backend);
        using var client = await server.ConnectAsync();
        await client.SendAsync($"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
        await HasBegunAsync(server);
        await server.System.StopAsync(None);
        Assert.True((await ReadWhatComes(client)).Length < Large.Length);
        Assert.Empty(server.Faults);
    }

    [Theory]
    [OnEveryBackend]
    public async Task Whoever_goes_on_when_the_core_has_ended_is_told_that_the_client_is_gone(Backend backend)
    {
        var (body, stream) = (new TaskCompletionSource<RequestBody>(), new TaskCompletionSource<ResponseStream>());
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                if (exchange.Request.Verb == HttpVerb.Post)
                {
                    body.SetResult(exchange.RequestBody);
                }
                else
                {
                    exchange.Response.SetSource(new SourceThatLends(stream));
                    exchange.Complete();
                }
            },
            plan: static _ => BodyPlan.Stream(1000)
        );
        using var uploading = await server.ConnectAsync();
        await uploading.SendAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf");
        using var downloading = await server.ConnectAsync();
        await downloading.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        var (read, written) = (await body.Task, await stream.Task);
        await server.System.StopAsync(None);
        await Assert.ThrowsAsync<RequestBodyException>(() => read.ReadAsync(new byte[4]).AsTask());
        await Assert.ThrowsAsync<IOException>(() => written.WriteAsync(new byte[4]).AsTask());
        using var file = File.OpenHandle("/dev/null");
        await Assert.ThrowsAsync<IOException>(() => written.SendFileAsync(file, 0, 4).AsTask());
    }

    // More than sockets hold on both sides, so that it is not sent before it is read.
    private static readonly string Large = new('x', 12_000_000);

    private static TestServer Serving(Backend backend) =>
        new(
            backend,
            static exchange =>
            {
                if (exchange.Request.RawPath.SequenceEqual("/streamed"u8))
                {
                    EchoAsItComes(exchange);
                    return;
                }

                if (exchange.Request.RawPath.SequenceEqual("/source"u8))
                {
                    exchange.Response.SetSource(new LargeSource());
                }
                else if (exchange.Request.RawPath.SequenceEqual("/large"u8))
                {
                    exchange.Response.Write(Large);
                }
                else
                {
                    exchange.Response.Write(exchange.Request.Body);
                }

                exchange.Complete();
            },
            new HttpOptions { OnFault = static (fault, _) => throw new InvalidOperationException("No fault was expected.", fault) },
            static request => request.RawPath.SequenceEqual("/streamed"u8) ? BodyPlan.Stream(1000) : BodyPlan.Default
        );

    private static async void EchoAsItComes(HttpExchange exchange)
    {
        try
        {
            byte[] piece = new byte[100];
            for (int count; (count = await exchange.RequestBody.ReadAsync(piece)) > 0; )
            {
                exchange.Response.Write(piece.AsSpan(0, count));
            }
        }
        catch (RequestBodyException refused)
        {
            exchange.Response.Status = refused.Status;
        }

        exchange.Complete();
    }

    /// <summary>The core has seen what was sent: another connection, made after it, was answered.</summary>
    private static async Task HasBegunAsync(TestServer server)
    {
        using var other = await server.ConnectAsync();
        Assert.Equal(200, (await other.AskAsync("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).Status);
        Assert.Equal("", await other.ReadToEndAsync());
    }

    private static async Task<string> ReadWhatComes(TestClient client)
    {
        try
        {
            return await client.ReadToEndAsync();
        }
        catch (System.Net.Sockets.SocketException)
        {
            return "";
        }
    }

    private sealed class LargeSource : ResponseSource
    {
        public override long? Length => Large.Length;

        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            byte[] piece = new byte[100_000];
            Array.Fill(piece, (byte)'x');
            for (int i = 0; i < Large.Length / piece.Length; i++)
            {
                await stream.WriteAsync(piece, aborted);
            }
        }
    }

    /// <summary>Lets others write, and is itself done when the client has gone.</summary>
    private sealed class SourceThatLends(TaskCompletionSource<ResponseStream> lent) : ResponseSource
    {
        public override long? Length => null;

        public override async ValueTask WriteTo(ResponseStream stream, CancellationToken aborted)
        {
            lent.SetResult(stream);
            await Task.Delay(Timeout.Infinite, aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
