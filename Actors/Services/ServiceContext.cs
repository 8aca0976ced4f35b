using Stryke.Web.Actors.Jobs;

namespace Stryke.Web.Actors.Services;

/// <summary>
/// What a service has of the app that it runs in: the cores, and background work that ends with the service. Its members may be called from
/// any thread.
/// </summary>
/// <remarks>
/// Background work that throws fails the service: code that can go on after a fault catches it. Each run of it is a job of the service's
/// name for those who observe jobs (<see cref="IJobObserver"/>).
/// </remarks>
public sealed class ServiceContext
{
    private readonly string _name;
    private readonly Action<Exception> _onFault;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stopping = new();
    private readonly BackgroundWork _work = new();
    private Exception? _fault;
    private int _isOver;

    internal ServiceContext(ActorSystem system, string name, TimeProvider clock, Action<Exception> onFault)
    {
        System = system;
        _name = name;
        _clock = clock;
        _onFault = onFault;
    }

    /// <summary>The cores.</summary>
    public ActorSystem System { get; }

    /// <summary>What the service has failed of; null when it has not.</summary>
    public Exception? Fault => Volatile.Read(ref _fault);

    /// <summary>Cancelled when the service is to stop, or has failed.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>
    /// Says that the service has failed for good: it is logged, the rest of its background work is cancelled, and the app stops in order
    /// unless the service is optional. Does nothing when it has failed before, or stops.
    /// </summary>
    /// <param name="fault">What has gone wrong.</param>
    public void Fail(Exception fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
            return;
        Volatile.Write(ref _fault, fault);
        _onFault(fault);
        Cancel();
    }

    /// <summary>Runs <paramref name="work"/> on the thread pool.</summary>
    /// <param name="work">Ends when its token is cancelled, which is <see cref="Stopping"/>.</param>
    /// <exception cref="InvalidOperationException">The service stops.</exception>
    public void Run(Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _work.Begin();
        _ = Offload.Run(async () =>
        {
            await Guarded(work).ConfigureAwait(false);
            _work.End();
            return true;
        });
    }

    /// <summary>Runs <paramref name="work"/> on a core, where each <c>await</c> comes home to. It must not block.</summary>
    /// <param name="core">One of <see cref="ActorSystem.Cores"/>.</param>
    /// <param name="work">Ends when its token is cancelled, which is <see cref="Stopping"/>.</param>
    /// <exception cref="InvalidOperationException">The service stops.</exception>
    public void Run(Core core, Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(work);
        _work.Begin();
        core.Post(async void () =>
        {
            await Guarded(work);
            _work.End();
        });
    }

    /// <summary>
    /// Runs <paramref name="work"/> on the thread pool again and again, for the first time after <paramref name="period"/>. The next period
    /// begins when a run has ended.
    /// </summary>
    /// <param name="period">The time between two runs.</param>
    /// <param name="work">What is to be done. Its token is <see cref="Stopping"/>.</param>
    /// <exception cref="InvalidOperationException">The service stops.</exception>
    public void Every(TimeSpan period, Func<CancellationToken, Task> work) => Repeat(period, work, static run => _ = Offload.Run(run));

    /// <summary>The same on a core, where each <c>await</c> comes home to. The work must not block.</summary>
    /// <param name="core">One of <see cref="ActorSystem.Cores"/>.</param>
    /// <param name="period">The time between two runs.</param>
    /// <param name="work">What is to be done. Its token is <see cref="Stopping"/>.</param>
    /// <exception cref="InvalidOperationException">The service stops.</exception>
    public void Every(Core core, TimeSpan period, Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(core);
        Repeat(period, work, core.Post);
    }

    /// <summary>Asks the background work to end.</summary>
    internal void BeginStop()
    {
        Interlocked.Exchange(ref _isOver, 1);
        _work.Close();
        Cancel();
    }

    /// <summary>Waits for the background work, after <see cref="BeginStop"/>.</summary>
    internal void WaitForWork() => _work.Ended.Wait();

    private void Cancel()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (AggregateException fault)
        {
            _onFault(fault); // of code that the service has registered with its token
        }
    }

    private void Repeat(TimeSpan period, Func<CancellationToken, Task> work, Action<Action> post)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        _work.Begin();
        var repetition = new Repetition(_clock, period, () => Guarded(work), post, _work.End);
        // At once where it was cancelled before; the registration goes with the context.
        _stopping.Token.UnsafeRegister(static state => ((Repetition)state!).Stop(), repetition);
    }

    private async Task Guarded(Func<CancellationToken, Task> work)
    {
        try
        {
            await ObservedJob.Run(System.JobObserver, _name, id: 0, attempt: 1, caller: default, token => new(work(token)), Stopping);
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // As it was asked to.
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }
}
