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
    /// How long a core may be in one turn, in milliseconds, before <see cref="OnStall"/> is told; 0 for nobody watching. Default 1 s.
    /// </summary>
    public int StallMs { get; init; } = 1000;

    /// <summary>
    /// How often a core lets go of buffers that it did not need meanwhile, in milliseconds; 0 for never. When all cores have become idle,
    /// memory goes back to the system, by one full garbage collection, unless more than 256 MiB are in use. Default 10 s.
    /// </summary>
    public int TrimMs { get; init; } = 10_000;

#pragma warning disable RS0030 // Standard error is the default for who sets no callback.
    /// <summary>
    /// Told of a core that somebody's code keeps from its connections, once for each time. Called on a thread of its own. By default a line
    /// on standard error.
    /// </summary>
    public Action<StallReport> OnStall { get; init; } =
        static stall =>
            Console.Error.WriteLine(
                $"core {stall.Core.Index} has been blocked for {stall.BlockedMs} ms by {stall.Activity ?? "unknown code"}"
            );

    /// <summary>
    /// Told of every fault that ended a connection or an actor's handling of a message, with the place where it came up. Called on the
    /// core; it must not throw. By default one entry on standard error.
    /// </summary>
    public Action<Exception, string> OnFault { get; init; } =
        static (fault, where) => Console.Error.WriteLine($"fault in {where}: {fault}");
#pragma warning restore RS0030
}
