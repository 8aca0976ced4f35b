using System.Globalization;

namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>
/// Seconds that the given CPUs were busy, and that the machine below withheld from them, since it started (<c>/proc/stat</c>, ticks of 10
/// ms).
/// </summary>
internal readonly record struct MachineTime(double BusySeconds, double StolenSeconds)
{
    private const double TicksPerSecond = 100;

    public static MachineTime Now(params ReadOnlySpan<int> cpus) => Parse(File.ReadAllText("/proc/stat"), cpus);

    /// <summary>
    /// Reads lines like <c>cpu0 48654 244 4969 15737 2148 0 487 64 0 0</c>: user, nice, system, idle, iowait, irq, softirq, steal
    /// (proc(5)).
    /// </summary>
    public static MachineTime Parse(string stat, params ReadOnlySpan<int> cpus)
    {
        double busy = 0,
            stolen = 0;
        foreach (string line in stat.Split('\n'))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 9 || !fields[0].StartsWith("cpu", StringComparison.Ordinal))
                continue;
            if (!int.TryParse(fields[0].AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int cpu) || !cpus.Contains(cpu))
                continue;
            double Ticks(int field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
            busy += Ticks(1) + Ticks(2) + Ticks(3) + Ticks(6) + Ticks(7);
            stolen += Ticks(8);
        }
        return new MachineTime(busy / TicksPerSecond, stolen / TicksPerSecond);
    }

    public static MachineTime operator -(MachineTime later, MachineTime earlier) =>
        new(later.BusySeconds - earlier.BusySeconds, later.StolenSeconds - earlier.StolenSeconds);
}
