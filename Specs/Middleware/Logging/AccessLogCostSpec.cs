using Stryke.Web.Actors;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Specs.Http.Http1;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>What the log costs those who are served.</summary>
public sealed class AccessLogCostSpec
{
    private readonly AccessLogScene _scene = new();

    [Theory]
    [OnEveryBackend]
    public async Task A_log_that_blocks_stops_no_request_and_what_it_drops_is_counted_exactly(Backend backend)
    {
        using var output = new BlockedOutput();
        var log = new LogWriter(output, LogFormat.Json, bufferBytes: 1 << 14);
        await using var server = _scene.Serve(backend, static exchange => exchange.Complete(), log: log);
        using var client = await server.ConnectAsync();
        const int Requests = 2000;
        for (int i = 0; i < Requests; i++)
            Assert.Equal(200, (await client.AskAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).Status);
        Assert.InRange(log.Dropped, Requests / 2, Requests);

        output.Open();
        log.Flush();
        await client.AskAsync("GET /last HTTP/1.1\r\nHost: x\r\n\r\n");
        log.Flush();
        var lines = output.Lines().Select(LogProbe.Parse).ToList();
        long told = lines.Where(line => line.TryGetProperty("dropped", out _)).Sum(line => line.GetProperty("dropped").GetInt64());
        Assert.Equal(log.Dropped, told);
        Assert.Equal(Requests + 1, lines.Count(line => line.TryGetProperty("path", out _)) + told);
    }

    [Theory]
    [OnEveryBackend(LogFormat.Json)]
    [OnEveryBackend(LogFormat.Text)]
    public async Task A_line_allocates_nothing(Backend backend, LogFormat format)
    {
        var probe = new LogProbe(format);
        var allocated = new List<long>(1000);
        await using var server = _scene.Serve(
            backend,
            exchange =>
            {
                allocated.Add(GC.GetAllocatedBytesForCurrentThread());
                exchange.Complete();
            },
            log: probe.Log
        );
        using var client = await server.ConnectAsync();
        for (int i = 0; i < 300; i++)
            await client.AskAsync("GET /posts/42 HTTP/1.1\r\nHost: x\r\nUser-Agent: a\r\n\r\n");

        // To wake the thread pool costs something, now and then; a line does not.
        var costs = allocated.Skip(100).Zip(allocated.Skip(101), (a, b) => b - a).Order().ToList();
        Assert.Equal(0, costs[costs.Count / 2]);
    }
}
