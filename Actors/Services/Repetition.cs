namespace Stryke.Web.Actors.Services;

/// <summary>
/// Work that is done again and again, with a period between two runs. While it waits for the next one it holds no thread, and can be
/// stopped without one: the thread pool may be full of work that does not end.
/// </summary>
internal sealed class Repetition
{
    private readonly TimeSpan _period;
    private readonly Func<Task> _work;
    private readonly Action _ended;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private bool _isRunning;
    private bool _isStopped;

    /// <param name="clock">Measures the period.</param>
    /// <param name="period">The time before the first run, and between the end of one and the beginning of the next.</param>
    /// <param name="work">What is to be done; does not throw.</param>
    /// <param name="post">Brings a run to where the work is done.</param>
    /// <param name="ended">Called once, when it was stopped and no run is left.</param>
    public Repetition(TimeProvider clock, TimeSpan period, Func<Task> work, Action<Action> post, Action ended)
    {
        (_period, _work, _ended) = (period, work, ended);
        _timer = clock.CreateTimer(_ => post(Run), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(period, Timeout.InfiniteTimeSpan);
    }

    /// <summary>No run begins any more. One that has begun is not waited for here.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            if (_isStopped)
                return;
            _isStopped = true;
            _timer.Dispose();
            if (_isRunning)
                return;
        }
        _ended();
    }

    private async void Run()
    {
        lock (_lock)
        {
            if (_isStopped)
                return;
            _isRunning = true;
        }
        await _work();
        lock (_lock)
        {
            _isRunning = false;
            if (!_isStopped)
            {
                _timer.Change(_period, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        _ended();
    }
}
