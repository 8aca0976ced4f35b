using Stryke.Web.Specs.Faults;
using Xunit;

namespace Stryke.Web.Specs.Host.Observing;

/// <summary>The list of <c>config/Observers.cs</c> in a live app: several observers at once, of exchanges, queries and jobs.</summary>
public sealed class ObserverListSpec
{
    private static readonly string[] Both = ["first", "second"];

    [Fact]
    public async Task Each_observer_is_told_each_exchange_once_started_and_once_ended_whatever_its_outcome()
    {
        using var app = ObservedApp.Recording();
        using (var client = await app.ConnectAsync())
            Assert.Equal("plain", (await client.AskAsync("GET /plain HTTP/1.1\r\nHost: x\r\n\r\n")).Body);
        using (var client = await app.ConnectAsync())
            Assert.Equal(505, (await client.AskAsync("GET / HTTP/2.0\r\n\r\n")).Status);
        using (var client = await app.ConnectAsync())
        {
            await client.SendAsync("GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");
            await client.ReadUntilLostAsync();
        }

        var leaving = await app.ConnectAsync();
        await leaving.SendAsync("GET /hold HTTP/1.1\r\nHost: x\r\n\r\n");
        await app.TellsOf("exchange started", 8);
        FaultScene.Reset(leaving);
        var told = await app.TellsOf("exchange ended", 8);

        var exchanges = told.Where(t => t.What.StartsWith("exchange", StringComparison.Ordinal)).ToList();
        var traces = exchanges.Select(t => t.Trace).Distinct().ToList();
        Assert.Equal(4, traces.Count);
        Assert.All(
            traces,
            trace =>
                Assert.Equal(
                    ["first exchange started", "second exchange started", "first exchange ended", "second exchange ended"],
                    exchanges.Where(t => t.Trace == trace).Select(t => $"{t.Who} {t.What}")
                )
        );
        Assert.Equal(
            ["Completed 200 WorkController#Plain", "Refused 505 ", "Aborted 200 WorkController#Broken", "Abandoned 0 WorkController#Hold"],
            exchanges.Where(t => t is { Who: "second", What: "exchange ended" }).Select(t => t.Detail)
        );
    }

    [Fact]
    public async Task What_an_observer_throws_is_logged_and_harms_neither_the_request_nor_the_others()
    {
        using var app = ObservedApp.Recording();
        using (var client = await app.ConnectAsync())
            Assert.Equal(200, (await client.AskAsync("GET /queries HTTP/1.1\r\nHost: x\r\n\r\n")).Status);
        await app.TellsOf("exchange ended", 2);
        string log = app.Stop();
        foreach (string hook in new[] { "OnExchangeStarted", "OnExchangeEnded", "OnQueryStarted", "OnQueryEnded" })
            Assert.Contains($"Fault in Failing.{hook}", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_know_the_request_that_they_are_run_for_also_after_an_await_and_among_others()
    {
        using var app = ObservedApp.Recording();
        string[][] bodies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskPipelined(app, 3)));
        var traces = bodies.SelectMany(body => body).ToList();
        Assert.Equal(12, traces.Distinct().Count());

        // One observer of queries only is beside the two.
        var told = await app.TellsOf("query ended", 12 * 3 * 3);
        foreach (string who in new[] { "first", "second", "queries only" })
        {
            foreach (string trace in traces)
            {
                Assert.Equal(
                    [.. Enumerable.Range(1, 3).SelectMany(n => new[] { $"query started {n}", $"query ended {n}" })],
                    told.Where(t => t.Who == who && t.Trace == trace && t.What.StartsWith("query", StringComparison.Ordinal))
                        .Select(t => $"{t.What} {t.Detail[^1]}")
                );
            }
        }
    }

    [Fact]
    public async Task So_does_one_that_a_streamed_answer_asks_for()
    {
        using var app = ObservedApp.Recording();
        using var client = await app.ConnectAsync();
        await client.SendAsync("GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");
        await client.ReadUntilLostAsync();
        var told = await app.TellsOf("exchange ended", 2);
        string request = told.First(t => t.What == "exchange started").Trace;
        Assert.All(Both, who => Assert.Equal(request, Assert.Single(told, t => t.Who == who && t.What == "query ended").Trace));
    }

    [Fact]
    public async Task A_job_is_told_to_each_with_a_span_of_its_own_in_the_trace_of_the_request()
    {
        using var app = ObservedApp.Recording();
        using var client = await app.ConnectAsync();
        Assert.Equal("done", (await client.AskAsync("GET /job HTTP/1.1\r\nHost: x\r\n\r\n")).Body);
        var told = await app.TellsOf("exchange ended", 2);
        string request = told.First(t => t.What == "exchange started").Trace;
        foreach (string who in Both)
        {
            var mine = told.Where(t => t.Who == who).ToList();
            Assert.Equal(
                ["exchange started", "job started", "query started", "query ended", "job ended", "exchange ended"],
                mine.Select(t => t.What)
            );
            Assert.Equal(("Mail 7 1", "Completed"), (mine[1].Detail, mine[4].Detail));
            Assert.Single(mine[1..5].Select(t => t.Trace).Distinct());
            Assert.NotEqual(request, mine[1].Trace);
            Assert.Equal(TraceIdOf(request), TraceIdOf(mine[1].Trace));
        }
    }

    [Fact]
    public async Task Two_observers_of_exchanges_allocate_nothing()
    {
        using var app = ObservedApp.Counting();
        using var client = await app.ConnectAsync();
        const string Plain = "GET /plain HTTP/1.1\r\nHost: x\r\n\r\n";
        const string Measure = "GET /measure HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < 500; i++)
            await client.AskAsync(Plain);
        await client.AskAsync(Measure);
        await client.AskAsync(Measure);
        for (int i = 0; i < 2000; i++)
            await client.AskAsync(Plain);
        await client.AskAsync(Measure);

        // A core that sleeps and wakes may allocate a few bytes of its own; 2,000 requests may not.
        Assert.InRange(app.Allocated[1] - app.Allocated[0], 0, 512);
    }

    private static string TraceIdOf(string traceParent) => traceParent.Split('-')[1];

    private static async Task<string[]> AskPipelined(ObservedApp app, int count)
    {
        using var client = await app.ConnectAsync();
        await client.SendAsync(string.Concat(Enumerable.Repeat("GET /queries HTTP/1.1\r\nHost: x\r\n\r\n", count)));
        string[] bodies = new string[count];
        for (int i = 0; i < count; i++)
            bodies[i] = (await client.ReadAsync()).Body;
        return bodies;
    }
}
