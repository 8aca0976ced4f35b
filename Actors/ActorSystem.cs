using System.Net.Sockets;
using Stryke.Web.Actors.Native;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Net.Portable;
using Stryke.Web.Actors.Net.Uring;

namespace Stryke.Web.Actors;

/// <summary>All cores of a process, and the addresses it listens on.</summary>
public sealed class ActorSystem : IAsyncDisposable
{
    private readonly Core[] _cores;
    private readonly List<Listener> _listeners = [];
    private readonly Lock _stopLock = new();
    private Task<StopReport>? _stopping;
    private Watchdog? _watchdog;
    private long _deadLetters;

    private ActorSystem(ActorSystemOptions options, Backend backend, string? backendReason)
    {
        Options = options;
        Backend = backend;
        BackendReason = backendReason;
        var cpus =
            options.Cpus ?? (backend == Backend.Portable ? [.. Enumerable.Range(0, Environment.ProcessorCount)] : Affinity.AllowedCpus());
        if (cpus.Count == 0)
            throw new ArgumentException("At least one CPU is needed.", nameof(options));
        _cores = [.. cpus.Select((cpu, index) => new Core(this, index, cpu, backend))];
    }

    /// <summary>The cores, one per CPU asked for.</summary>
    public IReadOnlyList<Core> Cores => _cores;

    /// <summary>The backend in use; never <see cref="Backend.Auto"/>.</summary>
    public Backend Backend { get; }

    /// <summary>One line that says why <see cref="Backend.Auto"/> did not take io_uring; null when it did, or was not asked.</summary>
    public string? BackendReason { get; }

    /// <summary>How many messages were sent to actors that had stopped, or waited there when they did.</summary>
    public long DeadLetters => Interlocked.Read(ref _deadLetters);

    internal ActorSystemOptions Options { get; }

    /// <summary>Starts one core per CPU and returns when all of them run.</summary>
    /// <exception cref="PlatformNotSupportedException">The backend that was asked for is not available.</exception>
    public static ActorSystem Start(ActorSystemOptions? options = null)
    {
        options ??= new ActorSystemOptions();
        if (options.Backend == Backend.Portable)
            return StartWith(options, Backend.Portable, null);
        if (!OperatingSystem.IsLinux())
        {
            return options.Backend == Backend.Auto
                ? StartWith(options, Backend.Portable, "io_uring and epoll are Linux's")
                : throw new PlatformNotSupportedException($"{options.Backend} cannot be used here: io_uring and epoll are Linux's.");
        }
        if (options.Backend == Backend.Epoll)
            return StartWith(options, Backend.Epoll, null);
        string? refusal = UringProbe.Refusal();
        if (refusal is null)
        {
            try
            {
                return StartWith(options, Backend.IoUring, null);
            }
            catch (SocketException fault) when (options.Backend == Backend.Auto)
            {
                // A ring for each core can be more than the memory that may be locked, where one was not.
                refusal = fault.Message;
            }
        }
        return options.Backend == Backend.Auto
            ? StartWith(options, Backend.Epoll, refusal)
            : throw new PlatformNotSupportedException($"io_uring cannot be used here: {refusal}.");
    }

    /// <summary>Listens on one address; see the other overload.</summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="InvalidOperationException">Called on a core, which would wait for itself.</exception>
    public Listener Listen(ListenTarget target, ListenerOptions options, Func<Core, ConnectionFactory> factory) =>
        Listen([target], options, factory);

    /// <summary>
    /// Listens on all of <paramref name="targets"/>, or on none when one of them cannot be. The limits of <paramref name="options"/> hold for all together.
    /// Every core accepts on every address. Port 0 takes a free port, the same for all cores.
    /// <paramref name="factory"/> is called once on each core and makes what then makes that core's connections.
    /// </summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="InvalidOperationException">Called on a core, which would wait for itself.</exception>
    public Listener Listen(IReadOnlyList<ListenTarget> targets, ListenerOptions options, Func<Core, ConnectionFactory> factory)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfZero(targets.Count);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(factory);
        if (Core.Current is not null)
            throw new InvalidOperationException("Listen waits for all cores and cannot be called on one.");
        ObjectDisposedException.ThrowIf(_stopping is not null, this);
        var factories = WaitForAll(core => factory(core));
        var (sockets, endPoints) =
            Backend == Backend.Portable
                ? PortableListener.Open(targets, _cores.Length, options)
                : ListenSockets.Open(targets, _cores.Length, options);
        var quota = new ConnectionQuota(options.MaxConnections, options.MaxConnectionsPerAddress);
        var parts = sockets
            .Select(socket =>
                (Core: _cores[socket.Core], Acceptor: new Acceptor(_cores[socket.Core], socket, factories[socket.Core], options, quota))
            )
            .ToArray();
        var listener = new Listener(endPoints, parts);
        lock (_stopLock)
            _listeners.Add(listener);
        WaitForAll(core =>
        {
            foreach (var (_, acceptor) in parts.Where(part => part.Core == core))
                core.Accept(acceptor);
            return true;
        });
        return listener;
    }

    /// <summary>
    /// Stops: accepts no more, lets every connection finish (<see cref="ConnectionActor.OnDraining"/>), and after
    /// <paramref name="timeout"/> aborts those that have not. A core that somebody's code holds is waited for a second longer, and then left. A second call waits
    /// for the first.
    /// </summary>
    /// <param name="timeout">The time that connections have.</param>
    /// <param name="whenDrained">
    /// Called on a thread of its own when no connection is left, or those that were left are being aborted, while the cores still run: they end when it has returned.
    /// </param>
    /// <returns>What could not be waited for.</returns>
    public Task<StopReport> StopAsync(TimeSpan timeout, Action? whenDrained = null)
    {
        lock (_stopLock)
            return _stopping ??= BeginStop(timeout, whenDrained);
    }

    /// <summary>Stops at once.</summary>
    public ValueTask DisposeAsync() => new(StopAsync(TimeSpan.Zero));

    private static ActorSystem StartWith(ActorSystemOptions options, Backend backend, string? reason)
    {
        var system = new ActorSystem(options, backend, reason);
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

    internal void CountDeadLetters(int count) => Interlocked.Add(ref _deadLetters, count);

    private Task<StopReport> BeginStop(TimeSpan timeout, Action? whenDrained)
    {
        foreach (var listener in _listeners)
            listener.RemoveFiles();
        return new SystemStop(_cores, timeout).Begin(whenDrained, () => _watchdog?.Dispose());
    }

    private T[] WaitForAll<T>(Func<Core, T> work) =>
        Task.WhenAll(_cores.Select(core => core.Run(() => work(core)))).GetAwaiter().GetResult();
}
