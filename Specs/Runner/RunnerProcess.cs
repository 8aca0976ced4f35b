using System.Diagnostics;
using Stryke.Web.Specs.Examples;

namespace Stryke.Web.Specs.Runner;

/// <summary>Starts the specs' own program, as bin/test does, and what bin/test makes of what it said.</summary>
internal static class RunnerProcess
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "Stryke.Web.Specs");

    /// <summary>Runs some specs.</summary>
    /// <param name="hangSeconds">How long no spec may end before the run is ended.</param>
    /// <param name="options">What the runner is given.</param>
    public static Task<RunnerResult> Run(double hangSeconds, params string[] options)
    {
        var start = new ProcessStartInfo(Executable, ["-noColor", "-noLogo", .. options]);
        start.Environment["SPECS_HANG_SECONDS"] = FormattableString.Invariant($"{hangSeconds}");
        return Run(start);
    }

    /// <summary>The last words of bin/test about a run.</summary>
    public static async Task<RunnerResult> Count(RunnerResult run)
    {
        string log = Path.GetTempFileName();
        await File.WriteAllTextAsync(log, run.Output);
        var counted = await Run(
            new ProcessStartInfo(
                "bash",
                ["-c", "say() { echo \"$*\"; }; source bin/lib/counts.sh; count_specs \"$@\"", "bash", log, $"{run.ExitCode}"]
            )
            {
                WorkingDirectory = BlogFiles.Root,
            }
        );
        File.Delete(log);
        return counted;
    }

    private static async Task<RunnerResult> Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(),
            error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Eventually.Bound);
        return new RunnerResult(process.ExitCode, await output + await error);
    }
}
