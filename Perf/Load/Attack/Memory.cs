namespace Stryke.Web.Perf.Attack;

/// <summary>Resident memory of the server for each slow client, kind by kind, each against a server of its own.</summary>
internal static class Memory
{
    private const int Clients = 3000;

    public static void Run(string backend, Options options)
    {
        int clients = Math.Min(Clients, options.Clients);
        foreach (var kind in Enum.GetValues<SlowKind>())
        {
            using var server = new Child(0, "serve", backend);
            using var crowd = new Child(1, "slow", server.Greeting);
            Latencies.P99(int.Parse(server.Greeting), 1);
            long before = server.ResidentBytes;
            crowd.Tell($"begin {clients} {kind}");
            Attack.AwaitOpen(server, clients);

            // Every client has taken a step by then, and the first have not been cut off yet.
            Thread.Sleep(2500);
            Attack.Say($"{backend}: {(server.ResidentBytes - before) / (double)clients:0} bytes for each slow client of the kind {kind}");
            crowd.Tell("end");
        }
    }
}
