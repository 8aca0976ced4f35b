using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>Cold start, and memory when nobody asks: of the server itself, and of many connections that only stay.</summary>
internal sealed class AtRest(Generator generator, BenchFolder folder, Options options)
{
    /// <summary>As many as a process may hold where descriptors end at 20,000, with some left for the server's own.</summary>
    public const int Connections = 16_000;

    /// <summary>What could not be measured, and why.</summary>
    public List<string> Notes { get; } = [];

    public IReadOnlyList<RestFigure> Measure(IReadOnlyList<Contender> contenders)
    {
        var cold = contenders.ToDictionary(contender => contender.Key, _ => new List<double>());
        if (options.HasRow("cold-start"))
        {
            Console.Error.WriteLine("bench: cold start");
            for (int round = 0; round < options.ColdStarts; round++)
            {
                foreach (var contender in Having(contenders, "cold-start"))
                {
                    using var server = Start(contender);
                    cold[contender.Key].Add(server.FirstAnswerMs);
                }
            }
        }
        return [.. Having(contenders, "idle").Select(contender => Idle(contender, cold[contender.Key]))];
    }

    private RestFigure Idle(Contender contender, List<double> cold)
    {
        double? resident = null,
            perConnection = null;
        if (options.HasRow("idle"))
        {
            Console.Error.WriteLine($"bench: idle memory: {contender.Name}");
            using var server = Start(contender);
            Thread.Sleep(options.SettleMs);
            long alone = server.Tree.ResidentBytes();
            resident = alone;
            try
            {
                generator.Hold(
                    server,
                    Connections,
                    () =>
                    {
                        Thread.Sleep(options.SettleMs);
                        perConnection = (double)(server.Tree.ResidentBytes() - alone) / Connections;
                    }
                );
            }
            catch (BenchException problem)
            {
                Console.Error.WriteLine($"bench: {problem.Message}");
                Notes.Add($"not measured: {problem.Message.ReplaceLineEndings(" ")}");
            }
        }
        return new RestFigure(contender.Key, cold.Count == 0 ? null : Sample.Of(cold), resident, perConnection);
    }

    private ServerProcess Start(Contender contender) => ServerProcess.Start(contender, folder.Path, options.ServerCpu);

    private static IEnumerable<Contender> Having(IEnumerable<Contender> contenders, string row) =>
        contenders.Where(contender => contender.Rows.Contains(row));
}
