namespace Stryke.Web.Actors;

/// <summary>
/// An actor's mailbox holds as many messages as it may (<see cref="ActorSystemOptions.MailboxCapacity"/>): its senders are faster than
/// it is.
/// </summary>
public sealed class MailboxFullException(string path) : Exception($"The mailbox of {path} is full.")
{
    /// <summary>The actor's path.</summary>
    public string Path { get; } = path;
}
