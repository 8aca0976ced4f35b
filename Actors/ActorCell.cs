using Stryke.Web.Actors.Mailboxes;

namespace Stryke.Web.Actors;

/// <summary>
/// What stays of an actor over its restarts: its place in the tree, its supervision and its state of life. Messages and the instance are in
/// <see cref="ActorCell{TMessage}"/>. For the core's thread, except where it says otherwise.
/// </summary>
internal abstract partial class ActorCell : InboxNode
{
    private readonly LinkedListNode<ActorCell> _place;
    private readonly ActorCell? _parent;
    private readonly SupervisorStrategy _strategy;
    private LinkedList<ActorCell>? _children;

    protected ActorCell(Core core, ActorCell? parent, SupervisorStrategy strategy, string name)
    {
        Core = core;
        _parent = parent;
        _strategy = strategy;
        Path = $"{parent?.Path ?? $"core{core.Index}"}/{name}";
        _place = new LinkedListNode<ActorCell>(this);
    }

    internal Core Core { get; }

    internal string Path { get; }

    internal bool IsStopped => State == ActorState.Stopped;

    /// <summary>Written by the core; others may read a value that is about to change.</summary>
    protected ActorState State { get; set; }

    /// <summary>True while one of the actor's methods is on the stack.</summary>
    protected bool IsBusy { get; set; }

    /// <summary>Makes the instance and lets it begin.</summary>
    protected abstract void Create();

    /// <summary>Ends the instance: with a fault before a restart, without one for good.</summary>
    protected abstract void Discard(Exception? fault);

    /// <summary>Handles what waits in the mailbox.</summary>
    protected abstract void Continue();

    /// <summary>Counts what still waits as dead letters.</summary>
    protected abstract void DropMailbox();

    /// <summary>The first thing that happens to a cell on its core.</summary>
    protected void Begin()
    {
        if (State != ActorState.New)
            return;
        (_parent is null ? Core.Actors : _parent._children ??= new LinkedList<ActorCell>()).AddLast(_place);
        State = ActorState.Running;
        if (TryCreate())
            Continue();
    }

    /// <summary>Stops now, or after the present message when one is being handled.</summary>
    internal void RequestStop()
    {
        if (State == ActorState.Stopped)
            return;
        if (IsBusy)
            State = ActorState.Stopping;
        else
            StopNow();
    }

    /// <summary>Children first, then the instance, then the mailbox.</summary>
    internal void StopNow()
    {
        if (State == ActorState.Stopped)
            return;
        bool hadBegun = State != ActorState.New;
        StopChildren();
        State = ActorState.Stopped;
        if (hadBegun)
            Discard(null);
        _place.List?.Remove(_place);
        DropMailbox();
    }

    private void StopChildren()
    {
        // One that is on the stack (it told its parent something, and that threw) stops when it is done.
        for (var child = _children?.Last; child is not null; )
        {
            var previous = child.Previous;
            child.Value.RequestStop();
            child = previous;
        }
    }

    private bool TryCreate()
    {
        Exception? fault = null;
        IsBusy = true;
        try
        {
            Create();
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }
        IsBusy = false;
        if (fault is not null)
            HandleStartFault(fault);
        else if (State == ActorState.Stopping)
            StopNow();
        return State == ActorState.Running;
    }
}
