namespace Stryke.Web.Perf.Runner.Measures;

/// <summary>
/// Whether somebody else was at work while a reading was taken. One CPU is the server's and one the generator's; under full load one of
/// them is always busy, and what the CPUs did beyond these two was done for others.
/// </summary>
internal static class Disturbance
{
    /// <summary>
    /// Share of one CPU that others may take; the kernel counts in hundredths of a second, and our own reading needs some.
    /// </summary>
    public const double ForeignShare = 0.08;

    /// <summary>Share of one CPU that the machine below may withhold.</summary>
    public const double StolenShare = 0.03;

    /// <summary>The busier of the two must be at least this busy.</summary>
    public const double BusyShare = 0.80;

    /// <param name="server">CPU seconds of the server.</param>
    /// <param name="load">CPU seconds of the generator.</param>
    /// <param name="machine">What both CPUs did in the meantime.</param>
    /// <param name="seconds">By the clock.</param>
    /// <returns>What was wrong; null when nothing was.</returns>
    public static string? Find(double server, double load, MachineTime machine, double seconds)
    {
        double foreign = (machine.BusySeconds - server - load) / seconds;
        if (machine.StolenSeconds / seconds > StolenShare)
            return $"the machine below withheld {machine.StolenSeconds / seconds:P0} of a CPU";
        if (foreign > ForeignShare)
            return $"others took {foreign:P0} of a CPU";
        if (Math.Max(server, load) / seconds < BusyShare)
            return $"neither side was busy (server {server / seconds:P0}, load {load / seconds:P0})";
        return null;
    }
}
