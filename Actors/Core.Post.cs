using Stryke.Web.Actors.Mailboxes;
using Stryke.Web.Actors.Threads;

namespace Stryke.Web.Actors;

// How work reaches a core: from its own thread into a plain queue, from others into the inbox and, when the core sleeps, one wake-up.
public sealed partial class Core
{
    // A long queue must not keep the sockets waiting; what is left runs in the next turn, which then does not sleep.
    private const int LocalWorkPerTurn = 1024;

    private readonly Inbox _inbox = new();
    private readonly LocalQueue<(SendOrPostCallback Callback, object? State)> _local = new();
    private readonly Lock _postAfterEndLock = new();

    // Awake; Asleep: whoever brings work must wake; Waking: somebody is about to end the reactor's wait.
    private const int Awake = 0;
    private const int Asleep = 1;
    private const int Waking = 2;

    private const int MaxSpinTurns = 64;

    private int _sleep;
    private int _spinTurns;
    private bool _isOver;

    /// <summary>
    /// True when the core has stopped for good: what is posted to it from now on runs on the thread pool. From any thread.
    /// </summary>
    public bool HasEnded => Volatile.Read(ref _isOver);

    /// <summary>
    /// Runs <paramref name="callback"/> on this core, after what was posted before. From any thread. When the core has stopped, the
    /// thread pool runs it, so that nobody waits for ever.
    /// </summary>
    public void Post(SendOrPostCallback callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (s_current == this)
            _local.TryAdd((callback, state));
        else
            Deliver(new PostedWork(callback, state));
    }

    /// <summary>Runs <paramref name="work"/> on this core. From any thread.</summary>
    public void Post(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Post(static state => ((Action)state!)(), work);
    }

    /// <summary>
    /// Runs <paramref name="work"/> on this core, at once when called there, and gives its result or its fault. From any thread.
    /// </summary>
    public Task<T> Run<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Execute()
        {
            try
            {
                result.SetResult(work());
            }
            catch (Exception fault)
            {
                result.SetException(fault);
            }
        }
        if (s_current == this)
            Execute();
        else
            Post(Execute);
        return result.Task;
    }

    internal void Deliver(InboxNode node)
    {
        _inbox.Add(node);
        WakeIfAsleep();
        if (HasEnded)
            HandOverInbox();
    }

    /// <summary>Something was brought that the core looks at before it sleeps; if it sleeps already it is woken. From any thread.</summary>
    internal void WakeIfAsleep()
    {
        // The fence keeps the addition before the look at the sleeper; the sleeper does the mirror image. One of the two sees the other.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _sleep) != Asleep || Interlocked.CompareExchange(ref _sleep, Waking, Asleep) != Asleep)
            return;
        _reactor!.Wake();
        Volatile.Write(ref _sleep, Awake);
    }

    /// <summary>True when the core may sleep: nothing has come, and who brings something from now on wakes it.</summary>
    private bool TryFallAsleep()
    {
        if (Interlocked.CompareExchange(ref _sleep, Asleep, Awake) != Awake)
            return false;
        if (_inbox.IsEmpty)
            return true;
        WakeUp();
        return false;
    }

    /// <summary>
    /// The core may not sleep: something has come, or somebody is about to wake it. The latter can lose its CPU before it has, to this very
    /// thread even, so after a few turns it gets time. Asleep for a millisecond, and not for ever: what others bring meanwhile wakes
    /// nobody.
    /// </summary>
    private int SpinTimeout()
    {
        if (!_inbox.IsEmpty || ++_spinTurns < MaxSpinTurns)
            return 0;
        _spinTurns = 0;
        return 1;
    }

    private void WakeUp() => Interlocked.CompareExchange(ref _sleep, Awake, Asleep);

    private void DrainInbox()
    {
        var node = _inbox.TakeAll();
        while (node is not null)
        {
            // Unlinked first: a node may put itself into the inbox again while it runs.
            var next = node.NextInInbox;
            node.NextInInbox = null;
            try
            {
                node.Run();
            }
            catch (Exception fault)
            {
                ReportFault(fault, "posted work");
            }
            AmbientState.Forget();
            node = next;
        }
    }

    private void DrainLocal()
    {
        for (int i = 0; i < LocalWorkPerTurn && _local.TryTake(out var work); i++)
        {
            try
            {
                work.Callback(work.State);
            }
            catch (Exception fault)
            {
                ReportFault(fault, "posted work");
            }
            AmbientState.Forget();
        }
    }

    /// <summary>After the last turn: what still comes, or came meanwhile, goes to the thread pool.</summary>
    private void HandOverInbox()
    {
        lock (_postAfterEndLock)
        {
            while (_local.TryTake(out var work))
                ThreadPool.UnsafeQueueUserWorkItem(static w => w.Callback(w.State), work, preferLocal: false);
            for (var node = _inbox.TakeAll(); node is not null; )
            {
                var next = node.NextInInbox;
                node.NextInInbox = null;
                ThreadPool.UnsafeQueueUserWorkItem(static n => n.Run(), node, preferLocal: false);
                node = next;
            }
        }
    }
}
