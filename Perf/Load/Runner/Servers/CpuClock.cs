using System.Runtime.InteropServices;

namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>
/// The CPU time of another process, user and system, in nanoseconds: what <c>/proc/PID/task/*/schedstat</c> adds up to, and that of the
/// threads which have ended since (a pool that gives threads up would seem to work backwards).
/// </summary>
internal static class CpuClock
{
    private const int ByScheduler = 2;

    /// <returns>0 when there is no such process.</returns>
    public static double Nanoseconds(int pid)
    {
        // clock_getcpuclockid(3): the clock's number is made from the process', inverted, and the kind of the clock.
        return GetTime((~pid << 3) | ByScheduler, out var time) == 0 ? (time.Seconds * 1e9) + time.Nanoseconds : 0;
    }

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    private static extern int GetTime(int clock, out TimeSpec time);

    // struct timespec
    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
