using Stryke.Web.Perf.Runner.Measures;
using Xunit;

namespace Stryke.Web.Specs.Perf;

public sealed class SampleSpec
{
    [Theory]
    [InlineData(new[] { 3.0 }, 3, 3, 3)]
    [InlineData(new[] { 9.0, 1, 5 }, 5, 1, 9)]
    [InlineData(new[] { 4.0, 1, 9, 2 }, 3, 1, 9)]
    public void The_median_is_the_middle_reading_or_between_the_two_middle_ones(double[] readings, double median, double min, double max) =>
        Assert.Equal(new Sample(median, min, max), Sample.Of(readings));

    [Fact]
    public void Without_readings_there_is_none() => Assert.Throws<ArgumentException>(() => Sample.Of([]));
}
