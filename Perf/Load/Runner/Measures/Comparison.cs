using System.Diagnostics;
using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>
/// Runs every row against every server that has it: a warm-up, then rounds in turn (A B C A B C …), so that a drift of the machine's speed meets all of
/// them alike, and ratios are taken within a round.
/// </summary>
internal sealed class Comparison(IReadOnlyList<ServerProcess> servers, Generator generator, BenchFolder folder, Options options)
{
    private int _repeatsLeft = options.Repeats;

    /// <summary>Readings that were rejected because the machine had other work.</summary>
    public int Rejected { get; private set; }

    public IReadOnlyList<Figure> Run()
    {
        var plaintext = Scenario.All.First(scenario => scenario.Key == "plaintext");
        foreach (var server in servers) generator.Run(server, plaintext, options.WarmUpSeconds * 5);
        return [.. Scenario.All.Where(scenario => options.HasRow(scenario.Key)).SelectMany(Run)];
    }

    private IEnumerable<Figure> Run(Scenario scenario)
    {
        var running = servers.Where(server => server.Contender.Rows.Contains(scenario.Key)).ToList();
        Console.Error.WriteLine($"bench: {scenario.Name}: {string.Join(", ", running.Select(server => server.Name))}");
        foreach (var server in running)
        {
            AnswerCheck.Check(server, scenario, folder);
            generator.Run(server, scenario, options.WarmUpSeconds);
        }
        var rounds = Enumerable.Range(0, options.Rounds).Select(_ => running.ConvertAll(server => Read(server, scenario))).ToList();
        int peer = running.FindIndex(server => server.Contender.Key == options.Against);
        return running.Select((server, i) => new Figure(
            scenario.Key,
            server.Contender.Key,
            Sample.Of(rounds.Select(round => round[i].Rate)),
            Sample.Of(rounds.Select(round => round[i].Cpu)),
            peer < 0 ? null : Sample.Of(rounds.Select(round => round[i].Rate / round[peer].Rate)),
            peer < 0 ? null : Sample.Of(rounds.Select(round => round[peer].Cpu / round[i].Cpu)),
            Sample.Of(rounds.Select(round => round[i].ServerShare)),
            Sample.Of(rounds.Select(round => round[i].LoadShare)),
            rounds.Count(round => round[i].Disturbance is not null)));
    }

    private Reading Read(ServerProcess server, Scenario scenario)
    {
        var reading = ReadOnce(server, scenario);
        while (reading.Disturbance is { } what && _repeatsLeft > 0)
        {
            _repeatsLeft--;
            Rejected++;
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
