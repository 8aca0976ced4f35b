using Stryke.Web.Actors;
using Stryke.Web.Http;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>A stop finishes what is in flight and tells clients that it was the last answer.</summary>
public class DrainingSpec
{
    private const string Get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(20);

    public static TheoryData<Backend> Backends => TestServer.Backends;

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task An_idle_connection_closes_after_its_grace(Backend backend)
    {
        await using var server = new TestServer(backend, exchange => exchange.Complete());
        using var used = await server.ConnectAsync();
        await used.AskAsync(Get);
        var stopping = server.System.StopAsync(Ample);
        Assert.Equal("", await used.ReadToEndAsync());
        used.Dispose();
        await stopping;
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_request_that_was_on_its_way_when_the_server_stopped_is_answered(Backend backend)
    {
        var options = new HttpOptions { DrainGraceMs = 60_000 };
        await using var server = new TestServer(backend, exchange => exchange.Complete(), options);
        using var client = await server.ConnectAsync();
        await client.AskAsync(Get);
        var stopping = server.System.StopAsync(Ample);
        await server.IsDraining();
        Assert.Equal("close", (await client.AskAsync(Get))["Connection"]);
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        await stopping;
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_request_in_flight_is_answered_and_its_connection_closed(Backend backend)
    {
        var pending = new TaskCompletionSource<HttpExchange>();
        await using var server = new TestServer(backend, pending.SetResult);
        using var client = await server.ConnectAsync();
        await client.SendAsync(Get);
        var exchange = await pending.Task;
        var stopping = server.System.StopAsync(Ample);
        await server.IsDraining();
        exchange.Complete();
        var response = await client.ReadAsync();
        Assert.Equal(200, response.Status);
        Assert.Equal("close", response["Connection"]);
        Assert.Equal("", await client.ReadToEndAsync());
        client.Dispose();
        await stopping;
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task A_request_that_has_begun_may_end(Backend backend)
    {
        await using var server = new TestServer(backend, exchange => exchange.Complete());
        using var client = await server.ConnectAsync();
        var leave = await client.AskAsync("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Assert.Equal(100, leave.Status);
        var stopping = server.System.StopAsync(Ample);
        await server.IsDraining();
        Assert.Equal("close", (await client.AskAsync("hi"))["Connection"]);
        client.Dispose();
        await stopping;
    }
}
