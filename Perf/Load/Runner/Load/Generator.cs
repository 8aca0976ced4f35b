using System.Diagnostics;
using System.Globalization;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Load;

/// <summary>Runs of <c>Perf/Load/Generator</c>, pinned to the load generator's CPU: what wrk cannot do, and the warming up.</summary>
internal sealed class Generator(string executable, string uploadFile, int cpu)
{
    public LoadOutcome Run(ServerProcess server, Scenario scenario, double seconds)
    {
        List<string> arguments =
        [
            "--connections",
            $"{scenario.Connections}",
            "--requests",
            $"{scenario.RequestsPerConnection}",
            "--seconds",
            seconds.ToString(CultureInfo.InvariantCulture),
        ];
        if (scenario.IsUpload)
            arguments.AddRange(["--body", uploadFile, .. server.UploadHeaders.SelectMany(header => new[] { "--header", header })]);

        using var process = Start(server.Port, scenario.Path, arguments);
        string output = process.StandardOutput.ReadToEnd(),
            errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new BenchException($"{server.Name}, {scenario.Name}: {errors}");
        return GeneratorOutput.Parse(output);
    }

    /// <summary>
    /// Opens <paramref name="count"/> connections, each of which asks once and stays, calls <paramref name="meanwhile"/>, and closes them.
    /// </summary>
    public void Hold(ServerProcess server, int count, Action meanwhile)
    {
        using var process = Start(server.Port, "/plaintext", ["--connections", $"{count}", "--hold"]);
        if (process.StandardOutput.ReadLine() != "holding")
            throw new BenchException($"{server.Name} does not hold {count} connections: {process.StandardError.ReadToEnd()}");
        meanwhile();
        process.StandardInput.Close();
        process.WaitForExit();
    }

    private Process Start(int port, string path, IEnumerable<string> arguments) =>
        Process.Start(
            new ProcessStartInfo("taskset", ["-c", $"{cpu}", executable, "--port", $"{port}", "--path", path, .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
