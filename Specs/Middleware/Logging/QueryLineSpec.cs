using System.Text;
using System.Text.Json;
using Stryke.Web.Actors.Tracing;
using Stryke.Web.Middleware.Logging;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Logging;

/// <summary>A statement as a line of the log.</summary>
public sealed class QueryLineSpec
{
    private static readonly TimeSpan Time = TimeSpan.FromMicroseconds(1_250);

    [Theory]
    [InlineData("SELECT 1", 20, false, "SELECT 1 → 20 rows in 1.2 ms")]
    [InlineData("SELECT 1", 1, false, "SELECT 1 → 1 row in 1.2 ms")]
    [InlineData("CREATE TABLE a (\n  x,\r\n\ty\u0000\u001b[1m)\n", 0, false, "CREATE TABLE a ( x, y [1m) → 0 rows in 1.2 ms")]
    [InlineData("SELEKT", 0, true, "SELEKT → failed after 1.2 ms")]
    public void For_people(string sql, long rows, bool isFailed, string line) =>
        Assert.Equal(line, Encoding.UTF8.GetString(QueryLine.Text(sql, Time, rows, isFailed)));

    [Fact]
    public void For_machines()
    {
        using var line = JsonDocument.Parse(QueryLine.Json("SELECT \"a\"\n", Time, 3, isFailed: false, default));
        Assert.Equal(["time", "level", "query", "rows", "ms"], line.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            ("debug", "SELECT \"a\"", 3, 1.25),
            (
                line.RootElement.GetProperty("level").GetString(),
                line.RootElement.GetProperty("query").GetString(),
                line.RootElement.GetProperty("rows").GetInt32(),
                line.RootElement.GetProperty("ms").GetDouble()
            )
        );
    }

    [Fact]
    public void For_machines_with_the_trace_of_whoever_asked()
    {
        Assert.True(TraceContext.TryParse("00-12345678901234567890123456789012-1234567890123456-01"u8, out var trace));
        using var line = JsonDocument.Parse(QueryLine.Json("SELECT 1", Time, 3, isFailed: false, trace));
        Assert.Equal(["time", "level", "trace", "query", "rows", "ms"], line.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("12345678901234567890123456789012", line.RootElement.GetProperty("trace").GetString());
    }

    [Fact]
    public void A_long_statement_is_cut_off()
    {
        string line = Encoding.UTF8.GetString(QueryLine.Text(new string('x', 3 * QueryLine.MaxCharacters), Time, 0, isFailed: false));
        Assert.Equal(new string('x', QueryLine.MaxCharacters) + "… → 0 rows in 1.2 ms", line);
    }
}
