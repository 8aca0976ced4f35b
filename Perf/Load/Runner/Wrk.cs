using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Stryke.Web.Perf.Runner;

/// <summary>One run of Debian's <c>wrk</c>, pinned to the load generator's CPU.</summary>
internal static partial class Wrk
{
    /// <summary>What a run counted. <paramref name="LoadCpuShare"/> is how busy wrk itself was (1 = a whole CPU).</summary>
    public readonly record struct Outcome(long Requests, double Seconds, double LoadCpuShare);

    public static Outcome Run(int port, Scenario scenario, int seconds, int cpu)
    {
        List<string> arguments = ["-c", $"{cpu}", "wrk", "-t", "1", "-c", $"{scenario.Connections}", "-d", $"{seconds}s"];
        if (scenario.Pipeline > 1) arguments.AddRange(["-s", Path.Combine(AppContext.BaseDirectory, "pipeline.lua")]);
        arguments.Add($"http://127.0.0.1:{port}{scenario.Path}");
        if (scenario.Pipeline > 1) arguments.AddRange(["--", $"{scenario.Pipeline}"]);

        double before = EndedChildrenCpuSeconds();
        using var process = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double busy = EndedChildrenCpuSeconds() - before;

        var total = Total().Match(output);
        if (!total.Success || process.ExitCode != 0) throw new BenchException($"wrk on {scenario.Path} failed: {output}");
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new BenchException($"{scenario.Path} answered with errors: {output}");

        double elapsed = double.Parse(total.Groups[2].Value, CultureInfo.InvariantCulture)
            * total.Groups[3].Value switch { "ms" => 0.001, "s" => 1, _ => 60 };
        return new Outcome(long.Parse(total.Groups[1].Value), elapsed, busy / elapsed);
    }

    /// <summary>CPU time of the children that have ended: <c>cutime</c> and <c>cstime</c> of <c>/proc/self/stat</c> (proc(5)), in ticks of 10 ms.</summary>
    private static double EndedChildrenCpuSeconds()
    {
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13]) + long.Parse(fields[14])) / 100.0;
    }

    [GeneratedRegex(@"(\d+) requests in ([\d.]+)(ms|s|m),")]
    private static partial Regex Total();
}
