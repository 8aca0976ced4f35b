namespace Stryke.Web.Actors;

/// <summary>
/// Something with state of its own that handles one message at a time. It lives on one core, whose thread is the only one that ever
/// enters it. Derive from it, and let <see cref="Core.Spawn{TMessage}"/> make it.
/// </summary>
/// <typeparam name="TMessage">What it understands; a struct is not boxed on its way.</typeparam>
public abstract class Actor<TMessage>
{
    internal ActorCell<TMessage>? Cell { get; set; }

    /// <summary>The core it lives on.</summary>
    protected Core Core => Owner.Core;

    /// <summary>Its own reference, to be handed to others. It stays the same over restarts.</summary>
    protected ActorRef<TMessage> Self => new(Owner);

    private ActorCell<TMessage> Owner =>
        Cell ?? throw new InvalidOperationException("The actor has not been spawned yet. Its constructor runs before that: use PreStart.");

    /// <summary>Handles a message. What it throws is treated by its <see cref="SupervisorStrategy"/>.</summary>
    protected internal abstract void Receive(TMessage message);

    /// <summary>Called before the first message, of a restarted instance too.</summary>
    protected internal virtual void PreStart() { }

    /// <summary>Called once after the last message. A restart calls <see cref="PreRestart"/> in its place.</summary>
    protected internal virtual void PostStop() { }

    /// <summary>Called on the instance that threw <paramref name="fault"/>, before another takes its place.</summary>
    protected internal virtual void PreRestart(Exception fault) { }

    /// <summary>Makes a child on the same core. It stops with this actor, and when this one restarts.</summary>
    protected ActorRef<TChild> Spawn<TChild>(Func<Actor<TChild>> create, SupervisorStrategy strategy, string name) =>
        ActorCell<TChild>.Spawn(Core, Owner, create, strategy, name);

    /// <summary>Stops this actor after the present message.</summary>
    protected void Stop() => Owner.RequestStop();
}
