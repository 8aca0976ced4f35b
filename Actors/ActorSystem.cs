using Stryke.Web.Actors.Jobs;
using Stryke.Web.Actors.Native;

namespace Stryke.Web.Actors;

/// <summary>
/// All cores of a process. <c>ActorSystem.Start</c> starts them (<c>Startup/ActorSystemStartup.cs</c>); <c>Listen</c> opens addresses for
/// them (<c>Net/ActorSystemListening.cs</c>).
/// </summary>
public sealed class ActorSystem : IAsyncDisposable
{
    private readonly Core[] _cores;
    private readonly List<Action> _beforeStop = [];
    private readonly Lock _stopLock = new();
    private Task<StopReport>? _stopping;
    private Watchdog? _watchdog;
    private long _deadLetters;

    private ActorSystem(ActorSystemOptions options, Backend backend, string? backendReason, Func<Core, Reactor> createReactor)
    {
        Options = options;
        Backend = backend;
        BackendReason = backendReason;
        var cpus =
            options.Cpus ?? (backend == Backend.Portable ? [.. Enumerable.Range(0, Environment.ProcessorCount)] : Affinity.AllowedCpus());
        if (cpus.Count == 0)
            throw new ArgumentException("At least one CPU is needed.", nameof(options));
        _cores = [.. cpus.Select((cpu, index) => new Core(this, index, cpu, createReactor))];
    }

    /// <summary>The cores, one per CPU asked for.</summary>
    public IReadOnlyList<Core> Cores => _cores;

    /// <summary>The backend in use; never <see cref="Backend.Auto"/>.</summary>
    public Backend Backend { get; }

    /// <summary>One line that says why <see cref="Backend.Auto"/> did not take io_uring; null when it did, or was not asked.</summary>
    public string? BackendReason { get; }

    /// <summary>How many messages were sent to actors that had stopped, or waited there when they did.</summary>
    public long DeadLetters => Interlocked.Read(ref _deadLetters);

    /// <summary>Who is told of background work that runs beside the cores; null, as it comes, for nobody. Set before that starts.</summary>
    public IJobObserver? JobObserver { get; set; }

    internal ActorSystemOptions Options { get; }

    internal bool IsStopping => _stopping is not null;

    /// <summary>
    /// Stops: accepts no more, lets every connection finish, and after
    /// <paramref name="timeout"/> aborts those that have not. A core that somebody's code holds is waited for a second longer, and then
    /// left. A second call waits for the first.
    /// </summary>
    /// <param name="timeout">The time that connections have.</param>
    /// <param name="whenDrained">
    /// Called on a thread of its own when no connection is left, or those that were left are being aborted, while the
    /// cores still run: they end when it has returned.
    /// </param>
    /// <returns>What could not be waited for.</returns>
    public Task<StopReport> StopAsync(TimeSpan timeout, Action? whenDrained = null)
    {
        lock (_stopLock)
            return _stopping ??= BeginStop(timeout, whenDrained);
    }

    /// <summary>Stops at once.</summary>
    public ValueTask DisposeAsync() => new(StopAsync(TimeSpan.Zero));

    internal static ActorSystem StartWith(ActorSystemOptions options, Backend backend, string? reason, Func<Core, Reactor> createReactor)
    {
        var system = new ActorSystem(options, backend, reason, createReactor);
        foreach (var core in system._cores)
            core.Start();
        try
        {
            Task.WhenAll(system._cores.Select(core => core.Started)).GetAwaiter().GetResult();
            if (options.StallMs > 0)
                system._watchdog = new Watchdog(system._cores, options.StallMs, options.OnStall);
            return system;
        }
        catch
        {
            foreach (var core in system._cores)
            {
                if (core.Started.IsCompletedSuccessfully)
                    core.Post(core.Halt);
            }

            throw;
        }
    }

    /// <summary>Has something done first of all when the system stops.</summary>
    internal void BeforeStop(Action action)
    {
        lock (_stopLock)
            _beforeStop.Add(action);
    }

    /// <summary>Runs <paramref name="work"/> on every core and waits for all of them.</summary>
    internal T[] RunOnAll<T>(Func<Core, T> work) =>
        Task.WhenAll(_cores.Select(core => core.Run(() => work(core)))).GetAwaiter().GetResult();

    internal void CountDeadLetters(int count) => Interlocked.Add(ref _deadLetters, count);

    private Task<StopReport> BeginStop(TimeSpan timeout, Action? whenDrained)
    {
        foreach (var action in _beforeStop)
            action();
        return new SystemStop(_cores, timeout).Begin(whenDrained, () => _watchdog?.Dispose());
    }
}
