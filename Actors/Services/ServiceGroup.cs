using System.Diagnostics;

namespace Stryke.Web.Actors.Services;

/// <summary>The services of an app that runs: starts them in order, watches them, and stops them in the reverse order.</summary>
public sealed class ServiceGroup
{
    // What each has at the least, when requests have used up the time; and how long one has to notice that the time is over.
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(500),
        NoticeTime = TimeSpan.FromMilliseconds(250);

    private readonly ActorSystem _system;
    private readonly Action<ServiceFault> _onFault;
    private readonly TimeProvider _clock;
    private readonly Stack<(IService Service, ServiceContext Context)> _started = [];
    private readonly TaskCompletionSource<ServiceFault> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A group of which nothing has started.</summary>
    /// <param name="system">The cores that the services have.</param>
    /// <param name="onFault">
    /// Told of every service that fails while it runs, an optional one too, and of a start of an optional one that fails. From any thread.
    /// </param>
    /// <param name="clock">Measures periods; the system's unless told otherwise.</param>
    public ServiceGroup(ActorSystem system, Action<ServiceFault> onFault, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(onFault);
        (_system, _onFault, _clock) = (system, onFault, clock ?? TimeProvider.System);
    }

    /// <summary>Completes with the first service that has failed and is not optional; never when none does.</summary>
    public Task<ServiceFault> Failed => _failed.Task;

    /// <summary>Starts services, one after the other. When one fails, those before it run on until <see cref="Stop(TimeSpan)"/>.</summary>
    /// <param name="services">In the order of their start.</param>
    /// <param name="cancel">Cancelled when the app is asked to stop meanwhile.</param>
    /// <exception cref="ServiceStartException">A service that is not optional could not start.</exception>
    /// <exception cref="OperationCanceledException">The app was asked to stop.</exception>
    public async Task Start(IReadOnlyList<IService> services, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(services);
        foreach (var service in services)
            await Start(service, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Stops the services that have started, the last one first, and waits for their background work. Each has what is left of the time,
    /// and at least half a second. It blocks, and needs no thread of the thread pool.
    /// </summary>
    /// <param name="timeout">The time for all of them.</param>
    /// <returns>Those that failed to stop, or did not in time.</returns>
    public IReadOnlyList<ServiceFault> Stop(TimeSpan timeout)
    {
        long begunAt = Stopwatch.GetTimestamp();
        List<ServiceFault> faults = [];
        while (_started.TryPop(out var started))
        {
            var left = timeout - Stopwatch.GetElapsedTime(begunAt);
            if (Stop(started.Service, started.Context, left > LeastTime ? left : LeastTime) is { } fault)
                faults.Add(fault);
        }
        return faults;
    }

    private async Task Start(IService service, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var context = new ServiceContext(_system, service.Name, _clock, fault => Report(service, fault));
        try
        {
            await service.Start(context, cancel).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            context.BeginStop(); // what it has begun so far
            if (fault is OperationCanceledException && cancel.IsCancellationRequested)
                throw;
            if (!service.IsOptional)
                throw new ServiceStartException(service, fault);
            Report(service, fault);
            return;
        }
        _started.Push((service, context));
        if (context.Fault is { } early && !service.IsOptional)
            throw new ServiceStartException(service, early);
    }

    private void Report(IService service, Exception fault)
    {
        var report = new ServiceFault(service, fault);
        _onFault(report);
        if (!service.IsOptional)
            _failed.TrySetResult(report);
    }

    private static ServiceFault? Stop(IService service, ServiceContext context, TimeSpan time)
    {
        using var timeIsOver = new CancellationTokenSource(time);
        try
        {
            bool hasStopped = DedicatedThread.TryRun(
                () =>
                {
                    context.BeginStop();
                    service.Stop(timeIsOver.Token).AsTask().GetAwaiter().GetResult();
                    context.WaitForWork();
                },
                time + NoticeTime
            );
            return hasStopped ? null : new ServiceFault(service, null);
        }
        catch (AggregateException fault)
        {
            return new ServiceFault(service, fault.InnerException);
        }
    }
}
