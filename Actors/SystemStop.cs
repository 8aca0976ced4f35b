namespace Stryke.Web.Actors;

/// <summary>
/// The stop of a system's cores, on a thread of its own: the thread pool may be full of work that does not end. It waits for no core that
/// is held by somebody's code.
/// </summary>
internal sealed class SystemStop(IReadOnlyList<Core> cores, TimeSpan timeout)
{
    // A core that turns has ended long before; one that is in the same turn for so long is held.
    private const long GraceMs = 1000;
    private const int LookMs = 20;

    private readonly TaskCompletionSource<StopReport> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="whenDrained">Called when the last connection has ended or was aborted, while the cores still run.</param>
    /// <param name="afterwards">Called when the cores have ended.</param>
    internal Task<StopReport> Begin(Action? whenDrained, Action afterwards)
    {
        DedicatedThread.Start(() => Stop(whenDrained, afterwards), "stryke stop");
        return _done.Task;
    }

    private void Stop(Action? whenDrained, Action afterwards)
    {
        try
        {
            long begunAtMs = Environment.TickCount64;
            foreach (var core in cores)
                core.Post(core.Drain);
            foreach (var core in cores)
                core.Drained.Wait(Left(begunAtMs));
            foreach (var core in cores)
                core.Post(core.AbortConnections);
            try
            {
                whenDrained?.Invoke();
            }
            finally
            {
                foreach (var core in cores)
                    core.Post(core.Halt);
            }
            long haltedAtMs = Environment.TickCount64;
            Core[] held = [.. cores.Where(core => !HasEnded(core, haltedAtMs))];
            afterwards();
            _done.SetResult(
                new StopReport(
                    [.. cores.Except(held).SelectMany(core => core.AbortedRequests)],
                    [.. held.Select(core => StallReport.Of(core, core.BlockedMs))]
                )
            );
        }
        catch (Exception fault)
        {
            _done.SetException(fault);
        }
    }

    private int Left(long begunAtMs) => (int)Math.Clamp(timeout.TotalMilliseconds - (Environment.TickCount64 - begunAtMs), 0, int.MaxValue);

    private static bool HasEnded(Core core, long haltedAtMs)
    {
        while (!core.Ended.Wait(LookMs))
        {
            if (Environment.TickCount64 - haltedAtMs >= GraceMs && core.BlockedMs >= GraceMs)
                return false;
        }
        return true;
    }
}
