using System.Globalization;

namespace Stryke.Web.Perf.Runner;

/// <summary>What <c>bin/bench</c> passes on. CPUs are numbers as the kernel counts them.</summary>
internal sealed record Options
{
    private const string Usage = """
        usage: bin/bench [--quick] [--only ROWS] [--contenders NAMES] [--against NAME] [--rounds N] [--seconds N] [--publish] [--from FILE]
          --quick             two short rounds: all within three minutes
          --only ROWS         these rows, separated by commas: pipelined, plaintext, json, fortunes, churn-10, churn-1,
                              download, upload, idle, cold-start
          --contenders NAMES  these servers: stryke, stryke-epoll, floor-io_uring, floor-epoll, kestrel, kestrel-aot,
                              nginx, node, fastify, go
          --against NAME      whose figures the ratios are taken against (kestrel)
          --publish           keep the run in Perf/results, draw Perf/results/latest.svg, and rewrite the table in Perf/README.md
          --from FILE         measure nothing, and show a run that was kept
        """;

    /// <summary>The folder with what <c>bin/bench</c> has built.</summary>
    public string Builds { get; private init; } = "";

    /// <summary>The folder <c>Perf</c>, where a run is published.</summary>
    public string Perf { get; private init; } = "";

    public bool IsQuick { get; private init; }

    public int Rounds { get; private init; } = 5;

    /// <summary>Whole seconds of each reading by wrk, which knows no others.</summary>
    public int WrkSeconds { get; private init; } = 2;

    /// <summary>Seconds of each reading by the generator.</summary>
    public double GeneratorSeconds => IsQuick ? 0.5 : WrkSeconds;

    /// <summary>
    /// Seconds for which each server is warmed up before each row; five times as long after its start, when a JIT has most to do.
    /// </summary>
    public double WarmUpSeconds => IsQuick ? 0.2 : 1;

    /// <summary>How many disturbed readings may be taken again, in the whole run.</summary>
    public int Repeats => IsQuick ? 6 : 60;

    /// <summary>How long a server may take to give back what it needs no more, before its memory is read.</summary>
    public int SettleMs => IsQuick ? 400 : 2000;

    public int ColdStarts => IsQuick ? 3 : 9;

    public string Against { get; private init; } = "kestrel";

    public bool IsPublished { get; private init; }

    public string? From { get; private init; }

    /// <summary>What <c>bin/bench</c> found worth telling: versions, and what is left out and why.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    public int ServerCpu { get; private init; }

    public int LoadCpu { get; private init; }

    private string[]? Rows { get; init; }

    private string[]? Contenders { get; init; }

    public bool HasRow(string key) => Rows is null || Rows.Contains(key);

    public bool HasContender(string key) => Contenders is null || Contenders.Contains(key);

    public static bool TryParse(string[] args, out Options options, out string error)
    {
        var cpus = Cpus.Allowed();
        options = new Options { ServerCpu = cpus[0], LoadCpu = cpus[^1] };
        error = "";
        for (int i = 0; i < args.Length && error.Length == 0; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    options = options with { IsQuick = true, Rounds = 2, WrkSeconds = 1 };
                    continue;
                case "--publish":
                    options = options with { IsPublished = true };
                    continue;
                case "-h" or "--help":
                    error = Usage;
                    continue;
            }
            string value = i + 1 < args.Length ? args[i + 1] : "";
            if (options.With(args[i++], value) is { } changed)
                options = changed;
            else
                error = $"bench: cannot read '{args[i - 1]} {value}'\n{Usage}";
        }
        if (error.Length == 0 && cpus.Count < 2 && options.From is null)
            error = "bench: needs two CPUs, one for the server and one for the load generator";
        if (error.Length == 0 && (options.Builds.Length == 0 || options.Perf.Length == 0))
            error = Usage;
        return error.Length == 0;
    }

    private Options? With(string name, string value) =>
        name switch
        {
            "" => null,
            "--builds" => this with { Builds = Path.GetFullPath(value) },
            "--perf" => this with { Perf = Path.GetFullPath(value) },
            "--note" => this with { Notes = [.. Notes, value] },
            "--from" when value.Length > 0 => this with { From = value },
            "--against" when Servers.Contenders.Keys.Contains(value) => this with { Against = value },
            "--rounds" when Count(value) is { } rounds => this with { Rounds = rounds },
            "--seconds" when Count(value) is { } seconds => this with { WrkSeconds = seconds },
            "--only" when Names(value, [.. Load.Scenario.All.Select(row => row.Key), "idle", "cold-start"]) is { } rows => this with
            {
                Rows = rows,
            },
            "--contenders" when Names(value, Servers.Contenders.Keys) is { } names => this with { Contenders = names },
            _ => null,
        };

    private static int? Count(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;

    private static string[]? Names(string value, IReadOnlyList<string> known)
    {
        string[] names = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 0 && names.All(known.Contains) ? names : null;
    }
}
