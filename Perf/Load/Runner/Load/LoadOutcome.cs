namespace Stryke.Web.Perf.Runner.Load;

/// <summary>What a load generator counted in one run. <paramref name="CpuShare"/> is how busy it was itself (1 = a whole CPU).</summary>
internal readonly record struct LoadOutcome(long Requests, long Bytes, double Seconds, double CpuShare);
