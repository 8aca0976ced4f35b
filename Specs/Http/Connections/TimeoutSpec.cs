using System.Net.Sockets;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>
/// Every phase has its clock, and each clock its own way of ending the connection. Time passes here: what a client
/// takes and sends is up to the kernel's buffers, which no other clock moves. (The wheel that the deadlines stand in
/// has a clock of its own in its spec.)
/// </summary>
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
    public async Task A_head_that_comes_byte_by_byte_has_no_longer_than_one_that_does_not_come(Backend backend)
    {
        await using var server = new TestServer(backend, Complete, new HttpOptions { HeadTimeoutMs = 300 });
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\nA: ");
        Assert.InRange(await SendSlowly(client, 1000), 1, 999);
        Assert.Equal(408, (await client.ReadAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_body_that_never_pauses_and_is_slower_than_it_may_be_is_408(Backend backend)
    {
        var options = new HttpOptions { BodyTimeoutMs = 300, MinBodyBytesPerSecond = 100_000 };
        await using var server = new TestServer(backend, Complete, options);
        using var client = await server.ConnectAsync();
        await client.SendAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
        Assert.InRange(await SendSlowly(client, 999), 1, 998);
        Assert.Equal(408, (await client.ReadAsync()).Status);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_body_that_is_as_fast_as_it_must_be_has_all_the_time_that_takes(Backend backend)
    {
        // Each byte is worth a second, and the whole takes several times the time that silence may.
        var options = new HttpOptions { BodyTimeoutMs = 100, MinBodyBytesPerSecond = 1 };
        await using var server = new TestServer(backend, Complete, options);
        using var client = await server.ConnectAsync();
        await client.SendAsync("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 30\r\n\r\n");
        Assert.Equal(30, await SendSlowly(client, 30));
        Assert.Equal(200, (await client.ReadAsync()).Status);
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
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write(new byte[32 * 1024 * 1024]);
                exchange.Complete();
                asked.SetResult();
            },
            Impatient
        );
        int outstanding = await server.Core.Run(() => server.Core.Buffers.Outstanding);
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        await asked.Task;
        await server.HasConnections(0);
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
            options
        );

        // Twice: the second connection has the place of the first, and nothing to do with what that one took.
        for (int i = 0; i < 2; i++)
        {
            using var client = await server.ConnectAsync();
            client.Socket.ReceiveBufferSize = 64 * 1024;
            await client.SendAsync(Get);
            for (int rest = Length; rest > 0; rest -= Length / 16)
            {
                // Several times as long as a client may take nothing at all.
                await Task.Delay(100);
                await client.ReadRawAsync(Length / 16);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_takes_all_the_time_and_too_little_is_cut_off(Backend backend)
    {
        const int Length = 64 * 1024 * 1024;
        var options = new HttpOptions { WriteTimeoutMs = 300, MinResponseBytesPerSecond = 10_000_000 };
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write(new byte[Length]);
                exchange.Complete();
            },
            options
        );
        using var client = await server.ConnectAsync();
        client.Socket.ReceiveBufferSize = 64 * 1024;
        await client.SendAsync(Get);
        int taken = 0;
        byte[] piece = new byte[4 * 1024];
        try
        {
            for (int count = 1; count > 0 && taken < Length; taken += count)
            {
                await Task.Delay(10);
                count = await client.Socket.ReceiveAsync(piece);
            }
        }
        catch (SocketException)
        {
            // Cut off.
        }

        Assert.InRange(taken, 1, Length - 1);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_client_that_takes_nothing_is_not_kept_by_what_it_sends(Backend backend)
    {
        await using var server = new TestServer(
            backend,
            exchange =>
            {
                exchange.Response.Write(new byte[exchange.Request.Path == "/large" ? 32 * 1024 * 1024 : 1]);
                exchange.Complete();
            },
            new HttpOptions { WriteTimeoutMs = 300, MaxPendingOutputBytes = 1 << 30 }
        );
        using var client = await server.ConnectAsync();
        await client.SendAsync("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
        int sent = 0;
        try
        {
            for (; sent < 1000; sent++)
            {
                await client.SendAsync(Get);
                await Task.Delay(20);
            }
        }
        catch (SocketException)
        {
            // Cut off.
        }

        Assert.InRange(sent, 1, 999);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_application_has_all_the_time_it_wants(Backend backend)
    {
        var asked = new TaskCompletionSource<HttpExchange>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new TestServer(backend, asked.SetResult, Impatient);
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        var exchange = await asked.Task;

        // Others that come after it, one after the other, are cut off: so much time has passed.
        for (int i = 0; i < 3; i++)
        {
            using var mute = await server.ConnectAsync();
            Assert.Equal("", await mute.ReadToEndAsync());
        }

        exchange.Core.Post(exchange.Complete);
        Assert.Equal(200, (await client.ReadAsync()).Status);
    }

    /// <returns>How many bytes were sent, one by one, before the answer was there.</returns>
    private static async Task<int> SendSlowly(TestClient client, int count)
    {
        int sent = 0;
        for (; sent < count && client.Socket.Available == 0; sent++)
        {
            await client.SendAsync("a");
            await Task.Delay(20);
        }

        return sent;
    }

    private static void Complete(HttpExchange exchange) => exchange.Complete();
}
