using Xunit;

namespace Stryke.Web.Specs.Actors.Services;

/// <summary>A clock that stands still until it is advanced, with timers of one shot.</summary>
internal sealed class ManualClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly SemaphoreSlim _armed = new(0);
    private TimeSpan _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits for a time again, and lets it pass.</summary>
    public async Task Pass(TimeSpan time)
    {
        Assert.True(await _armed.WaitAsync(Patience), "Nobody waits for a time.");
        ManualTimer[] due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            _timers.RemoveAll(timer => due.Contains(timer));
        }
        foreach (var timer in due)
            timer.Elapse();
        if (due.Length == 0)
            _armed.Release();
    }

    private void Arm(ManualTimer timer, TimeSpan due)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (due == Timeout.InfiniteTimeSpan)
                return;
            timer.DueAt = _now + due;
            _timers.Add(timer);
        }
        _armed.Release();
    }

    private void Disarm(ManualTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private sealed class ManualTimer(ManualClock clock, Action elapse) : ITimer
    {
        public TimeSpan DueAt { get; set; }

        public void Elapse() => elapse();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Arm(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Disarm(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
