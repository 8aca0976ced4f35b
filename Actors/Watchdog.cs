namespace Stryke.Web.Actors;

/// <summary>
/// Looks from a thread of its own whether every core still turns. One that has been in the same turn for too long is blocked by somebody's
/// code, and so is everybody else on that core: it is reported, once for each time.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const int LooksPerLimit = 4;

    private readonly Core[] _cores;
    private readonly (long Turn, long SinceMs, bool IsReported)[] _seen;
    private readonly Action<StallReport> _report;
    private readonly long _limitMs;
    private readonly ManualResetEventSlim _isOver = new();

    internal Watchdog(Core[] cores, long limitMs, Action<StallReport> report)
    {
        (_cores, _limitMs, _report) = (cores, limitMs, report);
        _seen = new (long, long, bool)[cores.Length];
        // The first look begins to count: a core that has not finished its first turn has not been in it since the machine started.
        Array.Fill(_seen, (-1, 0, false));
        new Thread(Watch) { IsBackground = true, Name = "stryke watchdog" }.UnsafeStart();
    }

    public void Dispose() => _isOver.Set();

    private void Watch()
    {
        var pause = TimeSpan.FromMilliseconds(Math.Max(1, _limitMs / LooksPerLimit));
        while (!_isOver.Wait(pause))
        {
            for (int i = 0; i < _cores.Length; i++)
                Look(_cores[i], ref _seen[i]);
        }
    }

    private void Look(Core core, ref (long Turn, long SinceMs, bool IsReported) seen)
    {
        long now = Environment.TickCount64;
        if (core.CurrentTurn is not { } turn || turn != seen.Turn)
        {
            seen = (core.CurrentTurn ?? 0, now, false);
            return;
        }
        if (seen.IsReported || now - seen.SinceMs < _limitMs)
            return;
        seen.IsReported = true;
        try
        {
            _report(StallReport.Of(core, now - seen.SinceMs));
        }
        catch (Exception fault)
        {
            core.ReportFault(fault, "watchdog");
        }
    }
}
