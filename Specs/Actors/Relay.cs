using Stryke.Web.Actors;

namespace Stryke.Web.Specs.Actors;

/// <summary>An actor that a spec writes down in place.</summary>
internal sealed class Relay<TMessage>(Action<Relay<TMessage>, TMessage> receive) : Actor<TMessage>
{
    public Action Started { get; init; } = () => { };

    public Action Stopped { get; init; } = () => { };

    public Action<Exception> Restarting { get; init; } = _ => { };

    public ActorRef<TMessage> Me => Self;

    public ActorRef<TChild> Child<TChild>(Func<Actor<TChild>> create, SupervisorStrategy strategy) => Spawn(create, strategy, "child");

    public void End() => Stop();

    protected internal override void Receive(TMessage message) => receive(this, message);

    protected internal override void PreStart() => Started();

    protected internal override void PostStop() => Stopped();

    protected internal override void PreRestart(Exception fault) => Restarting(fault);
}
