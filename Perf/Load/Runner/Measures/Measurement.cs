using System.Diagnostics;
using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>A whole run: folder, servers, rows under load, rows at rest.</summary>
internal static class Measurement
{
    /// <exception cref="BenchException">Something makes the comparison meaningless.</exception>
    public static Run Take(Options options)
    {
        var at = DateTime.UtcNow;
        long began = Stopwatch.GetTimestamp();
        StayOnLoadCpu(options.LoadCpu);
        using var folder = new BenchFolder();
        var notes = options.Notes.ToList();
        var contenders = Contenders
            .All(options.Builds, folder.Path)
            .Where(contender => options.HasContender(contender.Key) && File.Exists(contender.Program))
            .ToList();
        if (contenders.Count == 0)
            throw new BenchException("none of the chosen contenders is built");

        // The app migrates and seeds the database that all read.
        if (
            Contenders
                .All(options.Builds, folder.Path)
                .FirstOrDefault(contender => contender.Preparations.Count > 0 && File.Exists(contender.Program)) is
            { } app
        )
        {
            ServerProcess.Prepare(app, folder.Path);
        }

        var generator = new Generator(Path.Combine(options.Builds, "generator/generator"), folder.UploadFile, options.LoadCpu);
        var servers = new List<ServerProcess>();
        IReadOnlyList<Figure> figures = [];
        try
        {
            foreach (var contender in contenders.ToList())
            {
                try
                {
                    servers.Add(ServerProcess.Start(contender, folder.Path, options.ServerCpu));
                }
                catch (BenchException problem) when (contender.Key != "stryke")
                {
                    notes.Add($"left out: {problem.Message}");
                    contenders.Remove(contender);
                }
            }
            var comparison = new Comparison(servers, generator, folder, options);
            figures = comparison.Run();
            notes.AddRange(comparison.Notes);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
        var atRest = new AtRest(generator, folder, options);
        var resting = atRest.Measure(contenders);
        notes.AddRange(atRest.Notes);

        string settings =
            $"{options.Rounds} rounds in turn, {options.WrkSeconds} s by wrk and {options.GeneratorSeconds} s by the generator for "
            + $"each reading, {Stopwatch.GetElapsedTime(began).TotalMinutes:F1} minutes in all";
        return new Run(
            at,
            Machine(),
            settings,
            options.Against,
            notes,
            [.. contenders.Select(each => new Run.Participant(each.Key, each.Name, each.Kind))],
            figures,
            resting
        );
    }

    // The runner waits while load runs, but it reads and starts: not on the server's CPU.
    private static void StayOnLoadCpu(int cpu)
    {
        using var taskset = Process.Start(
            new ProcessStartInfo("taskset", ["-a", "-p", "-c", $"{cpu}", $"{Environment.ProcessId}"]) { RedirectStandardOutput = true }
        )!;
        taskset.WaitForExit();
    }

    private static string Machine()
    {
        const string Field = "model name";
        string model =
            File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? "unknown CPU";
        string kernel = File.ReadAllText("/proc/sys/kernel/osrelease").Trim().Split('-')[0];
        return $"{model}, {Environment.ProcessorCount} CPUs (one for the server, one for the load), Linux {kernel}";
    }
}
