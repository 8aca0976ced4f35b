namespace Stryke.Web.Actors;

/// <summary>How an <see cref="ActorSystem"/> is to be started.</summary>
public sealed class ActorSystemOptions
{
    /// <summary>How cores wait for their sockets.</summary>
    public Backend Backend { get; init; } = Backend.Auto;

    /// <summary>
    /// The CPUs that get a core, one core each, in this order; null for every CPU that the process may use. The same CPU may be named
    /// twice and then carries two cores.
    /// </summary>
    public IReadOnlyList<int>? Cpus { get; init; }

    /// <summary>How many messages may wait in one actor's mailbox, from its own core and again from the others.</summary>
    public int MailboxCapacity { get; init; } = 4096;

    /// <summary>
    /// Told of every fault that ended a connection or an actor's handling of a message, with the place where it came up. Called on the
    /// core; it must not throw. By default one entry on standard error.
    /// </summary>
    public Action<Exception, string> OnFault { get; init; } =
        static (fault, where) => Console.Error.WriteLine($"fault in {where}: {fault}");
}
