using System.Globalization;
using System.Text.RegularExpressions;

namespace Stryke.Web.Perf.Runner.Load;

/// <summary>What wrk prints at its end: <c>415247 requests in 2.00s, 70.89MB read</c>, and lines of what went wrong.</summary>
internal static partial class WrkOutput
{
    /// <exception cref="BenchException">There is no total, or some answers were errors.</exception>
    public static (long Requests, double Seconds) Parse(string output)
    {
        var total = Total().Match(output);
        if (!total.Success)
            throw new BenchException($"wrk printed no total:\n{output}");
        if (output.Contains("Non-2xx", StringComparison.Ordinal) || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new BenchException($"wrk met errors:\n{output}");
        double seconds = double.Parse(total.Groups[2].Value, CultureInfo.InvariantCulture) * Seconds(total.Groups[3].Value);
        return (long.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture), seconds);
    }

    private static double Seconds(string unit) =>
        unit switch
        {
            "us" => 1e-6,
            "ms" => 1e-3,
            "s" => 1,
            "m" => 60,
            _ => 3600,
        };

    [GeneratedRegex(@"(\d+) requests in ([\d.]+)(us|ms|s|m|h),")]
    private static partial Regex Total();
}
