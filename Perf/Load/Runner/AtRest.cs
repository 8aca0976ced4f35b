namespace Stryke.Web.Perf.Runner;

/// <summary>What the native executable costs when nobody asks: its size, how fast it is there, what it holds in memory.</summary>
internal sealed record AtRest(long ExecutableBytes, Sample ColdStartMs, Sample IdleResidentBytes)
{
    private const int Starts = 15;
    private const int SettleMs = 300;

    public static AtRest Measure(Contender contender, Options options)
    {
        Console.Error.WriteLine("bench: cold start and idle memory");
        var cold = new List<double>();
        var resident = new List<double>();
        for (int i = 0; i < Starts; i++)
        {
            using var server = contender.Start(options.ServerCpu);
            Thread.Sleep(SettleMs);
            cold.Add(server.FirstAnswerMs);
            resident.Add(server.ResidentBytes());
        }
        return new AtRest(new FileInfo(contender.Executable).Length, Sample.Of(cold), Sample.Of(resident));
    }
}
