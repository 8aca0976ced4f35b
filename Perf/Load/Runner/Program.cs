// The load comparison: starts each server pinned to one CPU, drives it from another, interleaves the rounds, and prints one table.
// Read it in this order: Options, Load/Scenario, Servers/Contenders, Servers/ServerProcess, Measures/Comparison, Measures/AtRest, Reports.

using System.Runtime.InteropServices;
using Stryke.Web.Perf.Runner;
using Stryke.Web.Perf.Runner.Measures;
using Stryke.Web.Perf.Runner.Reports;
using Stryke.Web.Perf.Runner.Servers;

if (!Options.TryParse(args, out var options, out string error))
{
    Console.Error.WriteLine(error);
    return 2;
}

// Servers must not outlive a run that is interrupted.
void Interrupted(PosixSignalContext signal)
{
    ServerProcess.StopAll();
    Environment.Exit(130);
}
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupted);

try
{
    var run = options.From is { } file ? RunFile.Read(file) : Measurement.Take(options);
    new TextReport(run).Print(Console.Out);
    if (options.IsPublished)
    {
        Console.WriteLine(Publication.Publish(run, options.Perf));
    }
    else if (options.From is null)
    {
        Console.WriteLine(
            $"Written to {RunFile.Save(run, Path.Combine(options.Builds, "results"))}; --from with --publish puts it into Perf/README.md"
        );
    }

    return 0;
}
catch (BenchException problem)
{
    Console.Error.WriteLine($"bench: {problem.Message}");
    return 1;
}
