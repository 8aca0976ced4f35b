using System.Diagnostics;

namespace Stryke.Web.Perf.Runner.Load;

/// <summary>Runs of Debian's <c>wrk</c>, pinned to the load generator's CPU: connections that stay.</summary>
internal static class Wrk
{
    public static LoadOutcome Run(int port, Scenario scenario, int seconds, int cpu)
    {
        List<string> arguments = ["-c", $"{cpu}", "wrk", "-t", "1", "-c", $"{scenario.Connections}", "-d", $"{seconds}s"];
        if (scenario.Pipeline > 1)
            arguments.AddRange(["-s", Path.Combine(AppContext.BaseDirectory, "pipeline.lua")]);
        arguments.Add($"http://127.0.0.1:{port}{scenario.Path}");
        if (scenario.Pipeline > 1)
            arguments.AddRange(["--", $"{scenario.Pipeline}"]);

        double before = EndedChildrenCpuSeconds();
        using var process = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double busy = EndedChildrenCpuSeconds() - before;

        var (requests, elapsed) = WrkOutput.Parse(output);
        return new LoadOutcome(requests, 0, elapsed, busy / elapsed);
    }

    /// <summary>
    /// CPU time of the children that have ended: <c>cutime</c> and <c>cstime</c> of <c>/proc/self/stat</c> (proc(5)), in ticks of 10 ms.
    /// </summary>
    private static double EndedChildrenCpuSeconds()
    {
        string stat = File.ReadAllText("/proc/self/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13]) + long.Parse(fields[14])) / 100.0;
    }
}
