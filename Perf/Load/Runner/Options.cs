namespace Stryke.Web.Perf.Runner;

/// <summary>What <c>bin/bench</c> passes on. CPUs are numbers as the kernel counts them.</summary>
internal sealed record Options(string App, string Floor, string Kestrel, string Results, int Rounds, int Seconds, int ServerCpu, int LoadCpu)
{
    private const string Usage =
        "usage: bench --app EXECUTABLE --floor EXECUTABLE --kestrel DLL --results FOLDER [--rounds N] [--seconds N] [--quick]";

    public static bool TryParse(string[] args, out Options options, out string error)
    {
        var cpus = Cpus.Allowed();
        options = new Options("", "", "", "", Rounds: 5, Seconds: 5, cpus[0], cpus[^1]);
        error = cpus.Count < 2 ? "bench: needs two CPUs, one for the server and one for the load generator" : "";

        for (int i = 0; i < args.Length && error.Length == 0; i++)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--quick": options = options with { Rounds = 3, Seconds = 2 }; continue;
                case "--app" when value is not null: options = options with { App = Path.GetFullPath(value) }; break;
                case "--floor" when value is not null: options = options with { Floor = Path.GetFullPath(value) }; break;
                case "--kestrel" when value is not null: options = options with { Kestrel = Path.GetFullPath(value) }; break;
                case "--results" when value is not null: options = options with { Results = value }; break;
                case "--rounds" when int.TryParse(value, out int rounds) && rounds > 0: options = options with { Rounds = rounds }; break;
                case "--seconds" when int.TryParse(value, out int seconds) && seconds > 0: options = options with { Seconds = seconds }; break;
                default: error = $"bench: cannot read '{args[i]}'\n{Usage}"; break;
            }
            i++;
        }
        if (error.Length == 0 && (options.App.Length == 0 || options.Floor.Length == 0 || options.Kestrel.Length == 0 || options.Results.Length == 0)) error = Usage;
        return error.Length == 0;
    }
}
