using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>Every phase has its clock, and each clock its own way of ending the connection.</summary>
public class TimeoutSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private static readonly HttpOptions Impatient = new()
    {
        HeadTimeoutMs = 50,
        BodyTimeoutMs = 50,
        KeepAliveTimeoutMs = 50,
        WriteTimeoutMs = 50,
        LingerTimeoutMs = 50,
        MinBodyBytesPerSecond = 1_000_000,
    };

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9110_15_5_9_a_head_that_does_not_end(Backend backend)
    {
        await using var server = new TestServer(backend, Complete, Impatient);
        using var client = await server.ConnectAsync();
        var response = await client.AskAsync("GET / HTTP/1.1\r\nHost:");
        Assert.Equal(408, response.Status);
        Assert.Equal("close", response["Connection"]);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task RFC9110_15_5_9_a_body_that_does_not_end(Backend backend)
    {
        await using var server = new TestServer(backend, Complete, Impatient);
        using var client = await server.ConnectAsync();
        var response = await client.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nshort");
        Assert.Equal(408, response.Status);
        Assert.Equal("", await client.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task Silence_before_and_between_requests_ends_silently(Backend backend)
    {
        await using var server = new TestServer(backend, Complete, Impatient);
        using var mute = await server.ConnectAsync();
        Assert.Equal("", await mute.ReadToEndAsync());
        using var idle = await server.ConnectAsync();
        Assert.Equal(200, (await idle.AskAsync(Get)).Status);
        Assert.Equal("", await idle.ReadToEndAsync());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_takes_nothing_is_cut_off(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write(new byte[32 * 1024 * 1024]);
                exchange.Complete();
            },
            Impatient);
        var outstanding = await server.Core.Run(() => server.Core.Buffers.Outstanding);
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        while (await server.Core.Run(() => server.Core.ConnectionCount) == 0)
        {
            await Task.Delay(5);
        }

        while (await server.Core.Run(() => server.Core.ConnectionCount) > 0)
        {
            await Task.Delay(5);
        }

        Assert.Equal(outstanding, await server.Core.Run(() => server.Core.Buffers.Outstanding));
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_takes_slowly_but_fast_enough_gets_all_of_it(Backend backend)
    {
        const int Length = 16 * 1024 * 1024;
        var options = new HttpOptions { WriteTimeoutMs = 300, MinResponseBytesPerSecond = 1000 };
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write(new byte[Length]);
                exchange.Complete();
            },
            options);
        // The second connection is served by the object of the first, and what that client took does not count for this one.
        for (var round = 0; round < 2; round++)
        {
            using var client = await server.ConnectAsync();
            client.Socket.ReceiveBufferSize = 64 * 1024;
            await client.SendAsync(Get);
            for (var rest = Length; rest > 0; rest -= Length / 16)
            {
                // Several times as long as a client may take nothing at all.
                await Task.Delay(100);
                await client.ReadRawAsync(Length / 16);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_application_has_all_the_time_it_wants(Backend backend)
    {
        await using var server = new TestServer(backend, CompleteLater, Impatient);
        using var client = await server.ConnectAsync();
        Assert.Equal(200, (await client.AskAsync(Get)).Status);

        static async void CompleteLater(HttpExchange exchange)
        {
            await Task.Delay(300);
            exchange.Complete();
        }
    }

    private static void Complete(HttpExchange exchange) => exchange.Complete();
}
