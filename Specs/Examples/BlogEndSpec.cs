using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Stryke.Web.Specs.Examples;

/// <summary>How the blog ends: asked to, with work in flight; and killed in the middle of it.</summary>
public sealed class BlogEndSpec : IDisposable
{
    private readonly BlogPlace _place = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _place.Dispose();
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGINT)]
    public async Task A_signal_ends_it_with_status_0(PosixSignal signal)
    {
        await _place.Prepare();
        await using var blog = await _place.Serve();
        await blog.Page("/");
        blog.Signal(signal);
        Assert.Equal(0, await blog.Exit());
    }

    [Fact]
    public async Task A_request_in_flight_is_answered_before_it_leaves()
    {
        await _place.With("STRYKE_RUNTIME__CORES", "1").Prepare();
        await using var blog = await _place.Serve();

        // Somebody else holds the write lock, so that the request waits for it while the blog is asked to stop.
        using var other = Open();
        using (var held = other.BeginTransaction(deferred: false))
        {
            using var client = await blog.BeginPost("Written on the way out");
            Assert.Equal(0, client.Socket.Available);
            blog.Signal(PosixSignal.SIGTERM);
            await blog.IsStopping();
            held.Rollback();
            Assert.Equal(303, (await client.ReadAsync()).Status);
        }
        Assert.Equal(0, await blog.Exit());
        Assert.Equal(1, Count(other, "SELECT count(*) FROM posts WHERE title = 'Written on the way out'"));
    }

    [Fact]
    public async Task Killed_in_the_middle_of_writes_it_starts_again_with_every_post_that_it_confirmed()
    {
        await _place.Prepare();
        List<string> confirmed = [];
        await using (var blog = await _place.Serve())
        {
            Task[] writers = [.. Enumerable.Range(0, 4).Select(writer => WriteUntilKilled(blog, writer, confirmed))];
            await Eventually.Sees(() => Count(confirmed), count => count >= 50, "50 posts are confirmed");
            await blog.Kill();
            await Task.WhenAll(writers);
        }
        Assert.NotEmpty(confirmed);

        await using var again = await _place.Serve();
        foreach (string path in confirmed)
            await again.Page(path);
        using var database = Open();
        using var check = database.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", check.ExecuteScalar());
    }

    private static async Task WriteUntilKilled(BlogServer blog, int writer, List<string> confirmed)
    {
        for (int number = 0; ; number++)
        {
            try
            {
                using var answer = await blog.CreatePost($"Writer {writer}, post {number}");
                if (answer.Headers.Location is { } location)
                {
                    lock (confirmed)
                        confirmed.Add(location.OriginalString);
                }
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static int Count(List<string> confirmed)
    {
        lock (confirmed)
            return confirmed.Count;
    }

    private SqliteConnection Open()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={_place.DatabasePath}");
        connection.Open();
        return connection;
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
