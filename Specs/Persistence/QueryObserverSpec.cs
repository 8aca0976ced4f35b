using System.Collections.Concurrent;
using System.Diagnostics;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Sessions;
using Xunit;

namespace Stryke.Web.Specs.Persistence;

/// <summary>Several observers of statements at once: each is told of each statement, its start before its end, once.</summary>
public sealed class QueryObserverSpec
{
    private readonly ConcurrentQueue<string> _told = [];

    [Fact]
    public async Task Two_observers_are_told_in_their_order()
    {
        using var place = LibraryPlace.Open();
        place.Database.Observe(new RecordingQueries("a", _told));
        place.Database.Observe(new RecordingQueries("b", _told));
        await place.Database.Execute("UPDATE authors SET born = ?", DbValue.Of(1815));
        await Assert.ThrowsAsync<DatabaseException>(() => place.Database.Execute("SELEKT 1"));

        Assert.Equal(
            [
                "a started UPDATE authors SET born = ?",
                "b started UPDATE authors SET born = ?",
                "a ended UPDATE authors SET born = ?",
                "b ended UPDATE authors SET born = ?",
                "a started SELEKT 1",
                "b started SELEKT 1",
                "a ended SELEKT 1",
                "b ended SELEKT 1",
            ],
            _told
        );
    }

    [Fact]
    public async Task The_end_tells_time_rows_changes_and_fault()
    {
        using var place = LibraryPlace.Open();
        var observer = new RecordingQueries("a", _told);
        place.Database.Observe(observer);
        long before = Stopwatch.GetTimestamp();
        await LibraryPlace.SavedAuthor();
        await LibraryPlace.SavedAuthor();
        await place.Database.Execute("UPDATE authors SET born = 1815");
        var fault = await Assert.ThrowsAsync<DatabaseException>(() => place.Database.Execute("SELEKT 1"));

        var ends = observer.Ended.ToList();
        Assert.Equal([(1L, 1L), (1L, 1L), (2L, 2L), (0L, 0L)], ends.Select(end => (end.Rows, end.Changed)));
        Assert.Equal([null, null, null, fault], ends.Select(end => end.Fault));
        var whole = Stopwatch.GetElapsedTime(before);
        Assert.All(ends, end => Assert.InRange(end.Elapsed, TimeSpan.FromTicks(1), whole));
        Assert.All(ends, end => Assert.InRange(end.Query.StartedAt, before, Stopwatch.GetTimestamp()));
    }

    [Fact]
    public async Task A_statement_knows_the_trace_of_whoever_asked_for_it_also_after_an_await()
    {
        using var place = LibraryPlace.Open();
        var observer = new RecordingQueries("a", _told);
        place.Database.Observe(observer);
        var (one, other) = (TraceContext.NewTrace(), TraceContext.NewTrace());
        await Task.WhenAll(Ask(one), Ask(other));
        await place.Database.Execute("UPDATE authors SET born = 0");

        var traces = observer.Ended.Select(end => end.Query.Trace).ToList();
        Assert.Equal([1, 3, 3], traces.GroupBy(trace => trace).Select(group => group.Count()).Order());
        Assert.Equal((3, 3), (traces.Count(trace => trace == one), traces.Count(trace => trace == other)));
        Assert.False(traces[^1].IsValid);

        async Task Ask(TraceContext trace)
        {
            CurrentTrace.Value = trace;
            await place.Database.Execute("UPDATE authors SET born = 1");
            await Task.Run(() => place.Database.Execute("UPDATE authors SET born = 2"));
            await place.Database.Transaction(() => place.Database.Execute("UPDATE authors SET born = 3"));
        }
    }
}
