using Stryke.Web.Perf.Runner.Measures;
using Xunit;

namespace Stryke.Web.Specs.Perf;

public sealed class DisturbanceSpec
{
    [Theory]
    [InlineData(1.0, 0.9, 1.92, 0.0, null)]
    [InlineData(0.5, 1.0, 1.52, 0.0, null)]
    [InlineData(1.0, 0.5, 1.7, 0.0, "others took 20")]
    [InlineData(1.0, 0.5, 1.5, 0.1, "withheld 10")]
    [InlineData(0.5, 0.4, 0.9, 0.0, "neither side was busy")]
    public void A_reading_counts_when_one_side_was_busy_and_nobody_else(
        double server,
        double load,
        double busy,
        double stolen,
        string? expected
    )
    {
        string? found = Disturbance.Find(server * 2, load * 2, new MachineTime(busy * 2, stolen * 2), seconds: 2);
        if (expected is null)
            Assert.Null(found);
        else
            Assert.Contains(expected, found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_the_machine_is_that_of_the_named_CPUs()
    {
        const string Stat = """
            cpu  96742 522 9834 33739 2660 0 903 132 0 0
            cpu0 48654 244 4969 15737 2148 1 487 64 0 0
            cpu1 100 20 3 18001 512 0 4 68 0 0
            cpu10 1 1 1 1 1 1 1 1 0 0
            intr 12 0
            """;
        var one = MachineTime.Parse(Stat, 1);
        Assert.Equal((1.27, 0.68), (one.BusySeconds, one.StolenSeconds));
        var both = MachineTime.Parse(Stat, 0, 1);
        Assert.Equal((48654 + 244 + 4969 + 1 + 487 + 127) / 100.0, both.BusySeconds, 9);
    }
}
