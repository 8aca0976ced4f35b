using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>How many connections there may be, and how much each may ask.</summary>
public class ConnectionLimitsSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public Task One_connection_too_many_is_503_until_another_ends(Backend backend) =>
        OneTooMany(backend, new HttpOptions { MaxConnections = 2 });

    [Theory]
    [MemberData(nameof(Backends))]
    public Task One_too_many_from_an_address_is_503_until_another_ends(Backend backend) =>
        OneTooMany(backend, new HttpOptions { MaxConnectionsPerAddress = 2 });

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_last_request_of_a_connection_is_told_so(Backend backend)
    {
        await using var server = new TestServer(backend, exchange => exchange.Complete(), new HttpOptions { MaxRequestsPerConnection = 2 });
        for (int i = 0; i < 2; i++)
        {
            using var client = await server.ConnectAsync();
            Assert.Null((await client.AskAsync(Get))["Connection"]);
            Assert.Equal("close", (await client.AskAsync(Get))["Connection"]);
            Assert.Equal("", await client.ReadToEndAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_kernel_holds_as_many_as_the_backlog_says_while_the_core_does_not_accept(Backend backend)
    {
        const int Held = 3;
        await using var server = new TestServer(backend, exchange => exchange.Complete(), new HttpOptions { Backlog = Held });
        var (isHeld, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new ManualResetEventSlim());
        server.Core.Post(() =>
        {
            isHeld.SetResult();
            goOn.Wait();
        });
        await isHeld.Task;

        // One after the other: Linux holds one more than it is told, and of several at once it answers the first packet
        // before it knows that their queue is full. The next is not refused: its first packet is dropped, and sent
        // again a second later. Nobody tells of that, so a second without an answer is what says it.
        var connecting = new List<Task<TestClient>>();
        try
        {
            do
            {
                connecting.Add(server.ConnectAsync());
            } while (connecting.Count < 3 * Held && await Task.WhenAny(connecting[^1], Task.Delay(1000)) == connecting[^1]);
        }
        finally
        {
            goOn.Set();
        }

        // The portable backend's accept in flight takes one more.
        Assert.InRange(connecting.Count - 1, Held, backend == Backend.Portable ? Held + 2 : Held + 1);
        foreach (var client in await Task.WhenAll(connecting))
        {
            Assert.Equal(200, (await client.AskAsync(Get)).Status);
            client.Dispose();
        }
    }

    private static async Task OneTooMany(Backend backend, HttpOptions options)
    {
        await using var server = new TestServer(backend, exchange => exchange.Complete(), options);
        using var first = await server.ConnectAsync();
        using (var second = await server.ConnectAsync())
        {
            Assert.Equal((200, 200), ((await first.AskAsync(Get)).Status, (await second.AskAsync(Get)).Status));
            using var third = await server.ConnectAsync();
            var refusal = await third.ReadAsync();
            Assert.Equal((503, "close", "1"), (refusal.Status, refusal["Connection"], refusal["Retry-After"]));
            Assert.Equal("", await third.ReadToEndAsync());
        }

        await server.HasConnections(1);
        using var fourth = await server.ConnectAsync();
        Assert.Equal((200, 200), ((await first.AskAsync(Get)).Status, (await fourth.AskAsync(Get)).Status));
    }
}
