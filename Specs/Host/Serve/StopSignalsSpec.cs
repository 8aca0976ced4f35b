using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Stryke.Web.Specs.Examples;
using Xunit;

namespace Stryke.Web.Specs.Host.Serve;

/// <summary>Signals to a real process, while a request keeps it from leaving: somebody else holds the write lock of its database.</summary>
public sealed class StopSignalsSpec : IDisposable
{
    private readonly BlogPlace _place = new BlogPlace().With("STRYKE_RUNTIME__CORES", "1");

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData(PosixSignal.SIGTERM, 128 + 15)]
    [InlineData(PosixSignal.SIGINT, 128 + 2)]
    public async Task A_second_signal_ends_it_at_once(PosixSignal second, int exitCode)
    {
        await _place.With("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "600").Prepare();
        await using var blog = await _place.Serve();
        using var other = Lock();
        using var request = await blog.BeginPost("Never written");

        blog.Signal(PosixSignal.SIGTERM);
        await blog.IsStopping();
        blog.Signal(second);
        Assert.Equal(exitCode, await blog.Exit());
        Assert.Equal("", await request.ReadUntilLostAsync());
    }

    [Fact]
    public async Task A_request_that_does_not_end_keeps_it_no_longer_than_the_timeout()
    {
        await _place.With("STRYKE_SERVER__SHUTDOWN_TIMEOUT", "0.2").With("STRYKE_DATABASE__BUSY_TIMEOUT", "600").Prepare();
        await using var blog = await _place.Serve();
        using var other = Lock();
        using var request = await blog.BeginPost("Never written");

        blog.Signal(PosixSignal.SIGTERM);
        Assert.Equal("", await request.ReadUntilLostAsync());
        Assert.Equal(0, await blog.Exit());
        Assert.Contains("Exited while writes were waiting", blog.Said, StringComparison.Ordinal);
    }

    private SqliteConnection Lock()
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection($"Data Source={_place.DatabasePath};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }
}
