using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Perf.Runner;

/// <summary>A server under comparison: how to make it ready and how to start it on a port.</summary>
internal sealed class Contender
{
    private readonly string _directory;
    private readonly string[] _prepare;
    private readonly Func<int, (string File, string[] Arguments, (string, string)[] Environment)> _command;

    private Contender(
        string name, string executable, string directory, string[] prepare,
        Func<int, (string, string[], (string, string)[])> command)
    {
        (Name, Executable, _directory, _prepare, _command) = (name, executable, directory, prepare, command);
    }

    public string Name { get; }

    public string Executable { get; }

    /// <summary>The only path that it knows; null when it answers all.</summary>
    public string? OnlyPath { get; private init; }

    /// <summary>The app on Stryke Web, a native executable; it migrates and seeds its own database in <paramref name="directory"/>.</summary>
    public static Contender Stryke(string executable, string directory) => new(
        "Stryke Web", executable, directory, ["db migrate", "db seed"],
        port => (executable, [], [("PORT", $"{port}"), .. StrykeEnvironment]));

    /// <summary>The Kestrel peer on the JIT, reading the same database file.</summary>
    public static Contender Kestrel(string assembly, string database, string directory) => new(
        "Kestrel", assembly, directory, [], port => ("dotnet", [assembly, $"{port}", database], []));

    /// <summary>The measuring stick: a bare loop that answers every request as <c>/plaintext</c> does.</summary>
    public static Contender Floor(string executable, string directory) => new(
        "bare loop", executable, directory, [], port => (executable, [$"{port}"], []))
    {
        OnlyPath = "/plaintext",
    };

    private static readonly (string, string)[] StrykeEnvironment =
        [("STRYKE_ENV", "production"), ("STRYKE_MASTER_KEY", Convert.ToBase64String(new byte[32]).Replace('+', '-').Replace('/', '_').TrimEnd('='))];

    /// <summary>Runs the commands that come before serving; fails with what they printed.</summary>
    public void Prepare()
    {
        foreach (string arguments in _prepare)
        {
            var start = new ProcessStartInfo(Executable, arguments) { WorkingDirectory = _directory, RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var (name, value) in StrykeEnvironment) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0) throw new BenchException($"'{Executable} {arguments}' ended with {process.ExitCode}: {output}");
        }
    }

    /// <summary>Starts the server on a free port, pinned to <paramref name="cpu"/>, and waits until it answers.</summary>
    public ServerProcess Start(int cpu)
    {
        int port = FreePort();
        var (file, arguments, environment) = _command(port);
        return ServerProcess.Start(Name, file, arguments, environment, _directory, port, cpu);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
