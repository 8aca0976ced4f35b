namespace Stryke.Web.Actors.Services;

/// <summary>Counts the background work of a service, so that its end can be waited for.</summary>
internal sealed class BackgroundWork
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _isClosed;

    /// <summary>Completes when no work is left after <see cref="Close"/>.</summary>
    public Task Ended => _ended.Task;

    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public void Begin()
    {
        lock (_lock)
        {
            if (_isClosed)
                throw new InvalidOperationException("The service stops, and begins no more work.");
            _count++;
        }
    }

    public void End()
    {
        lock (_lock)
        {
            if (--_count == 0 && _isClosed)
                _ended.TrySetResult();
        }
    }

    /// <summary>Takes no more work.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            if (_count == 0)
                _ended.TrySetResult();
        }
    }
}
