using System.Collections.Concurrent;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Startup;

namespace Stryke.Web.Specs.Actors;

/// <summary>A system of two cores without sockets, which keeps the faults that were reported.</summary>
internal sealed class TestSystem : IAsyncDisposable
{
    public TestSystem(int mailboxCapacity = 4096, int cores = 2) =>
        System = ActorSystem.Start(
            new ActorSystemOptions
            {
                Backend = Backend.Epoll,
                Cpus = new int[cores],
                MailboxCapacity = mailboxCapacity,
                OnFault = (fault, where) => Faults.Enqueue((fault, where)),
            }
        );

    public ActorSystem System { get; }

    public ConcurrentQueue<(Exception Fault, string Where)> Faults { get; } = [];

    public Core Core => System.Cores[0];

    public Core Other => System.Cores[1];

    public ActorRef<TMessage> Spawn<TMessage>(
        Action<Relay<TMessage>, TMessage> receive,
        SupervisorStrategy? strategy = null,
        Core? core = null
    ) => (core ?? Core).Spawn(() => new Relay<TMessage>(receive), strategy ?? SupervisorStrategy.Default, "relay");

    public ValueTask DisposeAsync() => System.DisposeAsync();
}
