using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Stryke.Web.Specs.Runner;

/// <summary>A run whose specs hang ends, and says which.</summary>
public sealed class HangWatchSpec
{
    [Fact]
    public async Task A_spec_that_hangs_is_named_and_counts_as_failed_and_its_processes_end_with_it()
    {
        var run = await Hang(nameof(HangingSpec.Awaits_what_never_comes));
        var counted = await RunnerProcess.Count(run);
        Assert.Equal(1, counted.ExitCode);
        Assert.Equal($"hung: {typeof(HangingSpec)}.Awaits_what_never_comes\n0 passed, 1 failed\n", counted.Output);

        int process = int.Parse(Regex.Match(run.Output, @"sleeping: (\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
        await Eventually.Holds(() => !IsSleeping(process), $"process {process} has ended");
    }

    [Fact]
    public Task One_that_holds_its_thread_is_named_too() => Hang(nameof(HangingSpec.Holds_its_thread));

    private static async Task<RunnerResult> Hang(string method)
    {
        string name = $"{typeof(HangingSpec)}.{method}";
        var run = await RunnerProcess.Run(3, "-explicit", "only", "-method", name);
        Assert.Equal(HangWatch.ExitCode, run.ExitCode);
        Assert.Matches(
            $@"HUNG: no spec has begun or ended for 3 s \(SPECS_HANG_SECONDS\), 0 ended before\. Running:\nHUNG \d+ s: {Regex.Escape(name)}\n",
            run.Output
        );
        return run;
    }

    // Who has ended and was not waited for is a zombie, without a command line.
    private static bool IsSleeping(int process)
    {
        string commandLine = $"/proc/{process}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).StartsWith("sleep", StringComparison.Ordinal);
    }
}
