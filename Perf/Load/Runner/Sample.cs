namespace Stryke.Web.Perf.Runner;

/// <summary>Several readings of one figure.</summary>
internal sealed record Sample(double Median, double Min, double Max)
{
    public static Sample Of(IEnumerable<double> readings)
    {
        double[] sorted = [.. readings.Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Sample(median, sorted[0], sorted[^1]);
    }
}
