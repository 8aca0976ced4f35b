namespace Stryke.Web.Actors;

// The actors that live on the core.
public sealed partial class Core
{
    // How many actors may call into each other within one message before the next one is queued: a chain of actors must not exhaust the
    // stack.
    private const int DeepestNesting = 32;

    private int _nesting;

    internal LinkedList<ActorCell> Actors { get; } = new();

    /// <summary>
    /// Makes an actor on this core. From any thread: elsewhere it begins in the core's next turn, before any message that is sent to it.
    /// </summary>
    /// <param name="create">Makes the instance, and a new one for each restart; called on the core.</param>
    /// <param name="strategy">What becomes of the actor when its code throws.</param>
    /// <param name="name">What it is called in reports; need not be unique.</param>
    public ActorRef<TMessage> Spawn<TMessage>(Func<Actor<TMessage>> create, SupervisorStrategy strategy, string name) =>
        ActorCell<TMessage>.Spawn(this, null, create, strategy, name);

    internal bool TryNest()
    {
        if (_nesting >= DeepestNesting)
            return false;
        _nesting++;
        return true;
    }

    internal void Unnest() => _nesting--;

    /// <summary>The last made stops first: it may use what was there before it.</summary>
    private void StopActors()
    {
        while (Actors.Last is { } last)
            last.Value.StopNow();
    }
}
