using Stryke.Web.Actors.Mailboxes;

namespace Stryke.Web.Actors;

/// <summary>
/// An actor's mailbox and its present instance. Messages from its own core wait in a plain ring, those from elsewhere in a bounded
/// lock-free queue that is made when the first one comes; the cell itself is the node that tells its core of them.
/// </summary>
internal sealed class ActorCell<TMessage> : ActorCell
{
    // Messages handled in a row before the core's other work gets its turn.
    private const int Throughput = 256;

    private readonly Func<Actor<TMessage>> _create;
    private readonly LocalQueue<TMessage> _local;
    private MpscQueue<TMessage>? _remote;
    private Actor<TMessage>? _instance;
    private int _isAnnounced;
    private bool _isScheduled;

    private ActorCell(Core core, ActorCell? parent, Func<Actor<TMessage>> create, SupervisorStrategy strategy, string name)
        : base(core, parent, strategy, name)
    {
        _create = create;
        _local = new LocalQueue<TMessage>(core.System.Options.MailboxCapacity);
    }

    /// <summary>Makes a cell; it begins at once on its own core, and from elsewhere before any message that is sent afterwards.</summary>
    internal static ActorRef<TMessage> Spawn(
        Core core,
        ActorCell? parent,
        Func<Actor<TMessage>> create,
        SupervisorStrategy strategy,
        string name
    )
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(strategy);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var cell = new ActorCell<TMessage>(core, parent, create, strategy, name);
        if (Core.Current == core)
            cell.Begin();
        else
            cell.Announce();
        return new ActorRef<TMessage>(cell);
    }

    /// <summary>False when the mailbox is full. From any thread.</summary>
    internal bool TryTell(TMessage message)
    {
        if (IsStopped)
        {
            Core.System.CountDeadLetters(1);
            return true;
        }
        return Core.Current == Core ? TryTellHere(message) : TryTellAcross(message);
    }

    /// <summary>Stops the actor behind what this thread sent before. From any thread.</summary>
    internal void StopSoon()
    {
        if (Core.Current == Core)
            RequestStop();
        else
            Core.Post(static cell => ((ActorCell<TMessage>)cell!).RequestStop(), this);
    }

    internal override void Run()
    {
        // Cleared before the queue is looked at: who adds afterwards announces again.
        Interlocked.Exchange(ref _isAnnounced, 0);
        if (IsStopped || Core.Current != Core)
        {
            // The actor, or its core, ended while these were on their way.
            DropMailbox();
            return;
        }
        Begin();
        Continue();
    }

    protected override void Create()
    {
        _instance = _create();
        _instance.Cell = this;
        _instance.PreStart();
    }

    protected override void Discard(Exception? fault)
    {
        var instance = _instance;
        _instance = null;
        if (instance is null)
            return;
        try
        {
            if (fault is null)
                instance.PostStop();
            else
                instance.PreRestart(fault);
        }
        catch (Exception last)
        {
            Core.ReportFault(last, Path);
        }
    }

    protected override void Continue()
    {
        if (IsBusy || State != ActorState.Running)
            return;
        for (int i = 0; i < Throughput; i++)
        {
            if (State != ActorState.Running || !TryTake(out var message))
                return;
            Handle(message);
        }
        if (!_isScheduled && State == ActorState.Running)
        {
            _isScheduled = true;
            Core.Post(static cell => ((ActorCell<TMessage>)cell!).ContinueLater(), this);
        }
    }

    protected override void DropMailbox()
    {
        int dropped = 0;
        while (TryTake(out _))
            dropped++;
        Core.System.CountDeadLetters(dropped);
    }

    private void ContinueLater()
    {
        _isScheduled = false;
        Continue();
    }

    private bool TryTellHere(in TMessage message)
    {
        if (IsBusy || _local.Count > 0 || State != ActorState.Running || !Core.TryNest())
        {
            if (!_local.TryAdd(message))
                return false;
            // A busy actor looks into its mailbox when it is done, a suspended one when it is back.
            if (!IsBusy && State == ActorState.Running && !_isScheduled)
            {
                _isScheduled = true;
                Core.Post(static cell => ((ActorCell<TMessage>)cell!).ContinueLater(), this);
            }
            return true;
        }
        Handle(message);
        if (_local.Count > 0)
            Continue();
        Core.Unnest();
        return true;
    }

    private bool TryTellAcross(TMessage message)
    {
        var remote = Volatile.Read(ref _remote) ?? MakeRemote();
        if (!remote.TryAdd(message))
            return false;
        Announce();
        return true;
    }

    private void Announce()
    {
        if (Interlocked.Exchange(ref _isAnnounced, 1) == 0)
            Core.Deliver(this);
    }

    private MpscQueue<TMessage> MakeRemote()
    {
        var made = new MpscQueue<TMessage>(Core.System.Options.MailboxCapacity);
        return Interlocked.CompareExchange(ref _remote, made, null) ?? made;
    }

    private bool TryTake(out TMessage message)
    {
        if (_local.TryTake(out message!))
            return true;
        return _remote is { } remote && remote.TryTake(out message!);
    }

    private void Handle(in TMessage message)
    {
        IsBusy = true;
        try
        {
            _instance!.Receive(message);
            IsBusy = false;
        }
        catch (Exception fault)
        {
            IsBusy = false;
            HandleFault(fault);
        }
        if (State == ActorState.Stopping)
            StopNow();
    }
}
