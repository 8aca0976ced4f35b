namespace Stryke.Web.Perf.Runner;

/// <summary>One contender's figures for one scenario; ratios are against the last contender, the peer.</summary>
internal sealed record Row(
    string Scenario, string Contender, Sample RequestsPerSecond, Sample CpuMicrosecondsPerRequest, Sample Ratio, Sample CpuRatio, bool LoadLimited);

/// <summary>
/// Runs every scenario against every contender: one warm-up, then rounds in turn (A B A B …), so that a drift of the machine's
/// speed meets all of them alike, and ratios are taken within a round.
/// </summary>
internal static class Comparison
{
    /// <summary>Above this share of its CPU the load generator, and not the server, may be what limits a row.</summary>
    private const double SaturatedLoad = 0.97;

    public static IReadOnlyList<Row> Run(IReadOnlyList<Contender> contenders, IReadOnlyList<Scenario> scenarios, Options options)
    {
        var rows = new List<Row>();
        var servers = contenders.Select(contender => contender.Start(options.ServerCpu)).ToList();
        try
        {
            foreach (var scenario in scenarios)
            {
                Console.Error.WriteLine($"bench: {scenario.Name}");
                var running = contenders.Zip(servers).Where(pair => pair.First.OnlyPath is null || pair.First.OnlyPath == scenario.Path).ToList();
                foreach (var (contender, server) in running) Check(contender, server, scenario);
                rows.AddRange(RunScenario([.. running.Select(pair => pair.First)], [.. running.Select(pair => pair.Second)], scenario, options));
            }
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
        return rows;
    }

    private static void Check(Contender contender, ServerProcess server, Scenario scenario)
    {
        string answer = server.Get(scenario.Path);
        bool complete = answer.Contains(scenario.Expected, StringComparison.Ordinal)
            && answer.Contains("\r\nServer: ", StringComparison.OrdinalIgnoreCase) && answer.Contains("\r\nDate: ", StringComparison.OrdinalIgnoreCase);
        if (!complete) throw new BenchException($"{contender.Name} does not answer {scenario.Path} as the others do:\n{answer}");
    }

    private static IEnumerable<Row> RunScenario(
        IReadOnlyList<Contender> contenders, IReadOnlyList<ServerProcess> servers, Scenario scenario, Options options)
    {
        foreach (var server in servers) Wrk.Run(server.Port, scenario, options.Seconds, options.LoadCpu);

        var rounds = new List<Reading[]>();
        for (int round = 0; round < options.Rounds; round++)
        {
            rounds.Add([.. servers.Select(server => Measure(server, scenario, options))]);
        }

        for (int i = 0; i < contenders.Count; i++)
        {
            int peer = contenders.Count - 1;
            yield return new Row(
                scenario.Name,
                contenders[i].Name,
                Sample.Of(rounds.Select(round => round[i].RequestsPerSecond)),
                Sample.Of(rounds.Select(round => round[i].CpuMicroseconds)),
                Sample.Of(rounds.Select(round => round[i].RequestsPerSecond / round[peer].RequestsPerSecond)),
                Sample.Of(rounds.Select(round => round[peer].CpuMicroseconds / round[i].CpuMicroseconds)),
                rounds.Any(round => round[i].LoadLimited));
        }
    }

    private static Reading Measure(ServerProcess server, Scenario scenario, Options options)
    {
        double before = server.CpuMicroseconds();
        var outcome = Wrk.Run(server.Port, scenario, options.Seconds, options.LoadCpu);
        double cpu = server.CpuMicroseconds() - before;
        return new Reading(outcome.Requests / outcome.Seconds, cpu / outcome.Requests, outcome.LoadCpuShare > SaturatedLoad);
    }

    private readonly record struct Reading(double RequestsPerSecond, double CpuMicroseconds, bool LoadLimited);
}
