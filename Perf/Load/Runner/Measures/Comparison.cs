using System.Diagnostics;
using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>
/// Runs every row against every server that has it: a warm-up, then rounds in turn (A B C A B C …), so that a drift of the machine's speed
/// meets all of them alike, and ratios are taken within a round.
/// </summary>
internal sealed class Comparison(IReadOnlyList<ServerProcess> servers, Generator generator, BenchFolder folder, Options options)
{
    private int _repeatsLeft = options.Repeats;

    /// <summary>What went wrong for whom, and how many readings were rejected because the machine had other work.</summary>
    public List<string> Notes { get; } = [];

    /// <exception cref="BenchException">
    /// Stryke Web does not answer as it should; a peer that does not is left out of the row, with a note.
    /// </exception>
    public IReadOnlyList<Figure> Run()
    {
        var plaintext = Scenario.All.First(scenario => scenario.Key == "plaintext");
        foreach (var server in servers)
            generator.Run(server, plaintext, options.WarmUpSeconds * 5);
        List<Figure> figures = [.. Scenario.All.Where(scenario => options.HasRow(scenario.Key)).SelectMany(Run)];
        int rejected = options.Repeats - _repeatsLeft;
        if (rejected > 0)
            Notes.Add($"{rejected} readings were rejected and taken again, because the machine had other work");
        return figures;
    }

    private List<Figure> Run(Scenario scenario)
    {
        var running = servers.Where(server => server.Contender.Rows.Contains(scenario.Key)).ToList();
        Console.Error.WriteLine($"bench: {scenario.Name}: {string.Join(", ", running.Select(server => server.Name))}");
        ForEach(
            running,
            scenario,
            server =>
            {
                AnswerCheck.Check(server, scenario, folder);
                generator.Run(server, scenario, options.WarmUpSeconds);
            }
        );
        var rounds = new List<Dictionary<ServerProcess, Reading>>();
        for (int i = 0; i < options.Rounds; i++)
        {
            var round = new Dictionary<ServerProcess, Reading>();
            ForEach(running, scenario, server => round[server] = Read(server, scenario));
            rounds.Add(round);
        }
        var peer = running.Find(server => server.Contender.Key == options.Against);
        return running.ConvertAll(server => new Figure(
            scenario.Key,
            server.Contender.Key,
            Sample.Of(rounds.Select(round => round[server].Rate)),
            Sample.Of(rounds.Select(round => round[server].Cpu)),
            peer is null ? null : Sample.Of(rounds.Select(round => round[server].Rate / round[peer].Rate)),
            peer is null ? null : Sample.Of(rounds.Select(round => round[peer].Cpu / round[server].Cpu)),
            Sample.Of(rounds.Select(round => round[server].ServerShare)),
            Sample.Of(rounds.Select(round => round[server].LoadShare)),
            rounds.Count(round => round[server].Disturbance is not null)
        ));
    }

    private void ForEach(List<ServerProcess> running, Scenario scenario, Action<ServerProcess> act)
    {
        foreach (var server in running.ToList())
        {
            try
            {
                act(server);
            }
            catch (BenchException problem) when (server.Contender.Kind != ContenderKind.Ours)
            {
                Console.Error.WriteLine($"bench: {problem.Message}");
                Notes.Add($"left out of '{scenario.Name}': {problem.Message.ReplaceLineEndings(" ")}");
                running.Remove(server);
            }
        }
    }

    private Reading Read(ServerProcess server, Scenario scenario)
    {
        var reading = ReadOnce(server, scenario);
        while (reading.Disturbance is { } what && _repeatsLeft > 0)
        {
            _repeatsLeft--;
            Console.Error.WriteLine($"bench: {scenario.Name}, {server.Name}: {what}; once more");
            reading = ReadOnce(server, scenario);
        }
        return reading;
    }

    private Reading ReadOnce(ServerProcess server, Scenario scenario)
    {
        long began = Stopwatch.GetTimestamp();
        var machine = MachineTime.Now(options.ServerCpu, options.LoadCpu);
        double before = server.Tree.CpuMicroseconds();
        var outcome = scenario.IsForWrk
            ? Wrk.Run(server.Port, scenario, options.WrkSeconds, options.LoadCpu)
            : generator.Run(server, scenario, options.GeneratorSeconds);
        double cpu = server.Tree.CpuMicroseconds() - before;
        machine = MachineTime.Now(options.ServerCpu, options.LoadCpu) - machine;
        double elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;

        double share = cpu / 1e6 / outcome.Seconds;
        string? disturbance = Disturbance.Find(cpu / 1e6, outcome.CpuShare * outcome.Seconds, machine, elapsed);
        return scenario.IsTransfer
            ? new Reading(outcome.Bytes / outcome.Seconds, cpu / 1e3 / (outcome.Bytes / 1e9), share, outcome.CpuShare, disturbance)
            : new Reading(outcome.Requests / outcome.Seconds, cpu / outcome.Requests, share, outcome.CpuShare, disturbance);
    }
}
