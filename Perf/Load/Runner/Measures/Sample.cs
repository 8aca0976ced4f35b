namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>Several readings of one figure.</summary>
internal sealed record Sample(double Median, double Min, double Max)
{
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Sample Of(IEnumerable<double> readings)
    {
        double[] sorted = [.. readings.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("a sample needs a reading", nameof(readings));
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Sample(median, sorted[0], sorted[^1]);
    }
}
