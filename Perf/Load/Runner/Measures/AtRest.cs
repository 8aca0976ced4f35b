using Stryke.Web.Perf.Runner.Load;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>Cold start, and memory when nobody asks: of the server itself, and of many connections that only stay.</summary>
internal sealed class AtRest(Generator generator, BenchFolder folder, Options options)
{
    /// <summary>As many as a process may hold where descriptors end at 20,000, with some left for the server's own.</summary>
    public const int Connections = 16_000;

    /// <summary>Time for a server to give back what it needs no more.</summary>
    private const int SettleMs = 1000;

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
        double? resident = null, perConnection = null;
        if (options.HasRow("idle"))
        {
            Console.Error.WriteLine($"bench: idle memory: {contender.Name}");
            using var server = Start(contender);
            Thread.Sleep(SettleMs);
            long alone = server.Tree.ResidentBytes();
            long holding = 0;
            generator.Hold(server, Connections, () =>
            {
                Thread.Sleep(SettleMs);
                holding = server.Tree.ResidentBytes();
            });
            (resident, perConnection) = (alone, (double)(holding - alone) / Connections);
        }
        return new RestFigure(contender.Key, cold.Count == 0 ? null : Sample.Of(cold), resident, perConnection);
    }

    private ServerProcess Start(Contender contender) => ServerProcess.Start(contender, folder.Path, options.ServerCpu);

    private static IEnumerable<Contender> Having(IEnumerable<Contender> contenders, string row) => contenders.Where(contender => contender.Rows.Contains(row));
}
