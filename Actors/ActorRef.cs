namespace Stryke.Web.Actors;

/// <summary>The address of an actor: all that others know of it. From any thread.</summary>
/// <remarks>
/// The messages of one sender arrive in the order in which it sent them. An actor on the sender's own core gets the message at once,
/// within the call, when it is idle and nothing waits before it.
/// </remarks>
public readonly struct ActorRef<TMessage> : IEquatable<ActorRef<TMessage>>
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly ActorCell<TMessage>? _cell;

    internal ActorRef(ActorCell<TMessage> cell) => _cell = cell;

    /// <summary>The actor's name, after its parents' names.</summary>
    public string Path => Cell.Path;

    /// <summary>The core it lives on.</summary>
    public Core Core => Cell.Core;

    /// <summary>True when the actor has stopped.</summary>
    public bool IsStopped => Cell.IsStopped;

    private ActorCell<TMessage> Cell =>
        _cell ?? throw new InvalidOperationException("This ActorRef is the default value and refers to no actor.");

    /// <summary>Sends a message. To a stopped actor it is a dead letter (<see cref="ActorSystem.DeadLetters"/>).</summary>
    /// <exception cref="MailboxFullException">The mailbox holds as many messages as it may; nothing was sent.</exception>
    public void Tell(TMessage message)
    {
        if (!Cell.TryTell(message))
            throw new MailboxFullException(Cell.Path);
    }

    /// <summary>Sends a message; false when the mailbox holds as many as it may.</summary>
    public bool TryTell(TMessage message) => Cell.TryTell(message);

    /// <summary>
    /// Sends the message that <paramref name="message"/> makes around a <see cref="Reply{TReply}"/>, and gives what the actor answers
    /// through it.
    /// </summary>
    /// <param name="message">Makes the message; the actor answers through the reply in it.</param>
    /// <param name="timeout">How long to wait for the answer; 30 s when null.</param>
    /// <exception cref="MailboxFullException">The mailbox holds as many messages as it may.</exception>
    /// <exception cref="ActorStoppedException">The actor has stopped.</exception>
    /// <exception cref="TimeoutException">No answer came in time; the fault of the task.</exception>
    public Task<TReply> Ask<TReply>(Func<Reply<TReply>, TMessage> message, TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Cell.IsStopped)
            throw new ActorStoppedException(Cell.Path);
        var reply = new Reply<TReply>(new TaskCompletionSource<TReply>(TaskCreationOptions.RunContinuationsAsynchronously));
        Tell(message(reply));
        return reply.Task.IsCompleted ? reply.Task : reply.Task.WaitAsync(timeout ?? DefaultTimeout);
    }

    /// <summary>Stops the actor after the messages that this thread has sent before.</summary>
    public void Stop() => Cell.StopSoon();

    /// <inheritdoc/>
    public bool Equals(ActorRef<TMessage> other) => ReferenceEquals(_cell, other._cell);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ActorRef<TMessage> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _cell?.GetHashCode() ?? 0;

    /// <summary>True when both lead to the same actor.</summary>
    public static bool operator ==(ActorRef<TMessage> left, ActorRef<TMessage> right) => left.Equals(right);

    /// <summary>True when they lead to different actors.</summary>
    public static bool operator !=(ActorRef<TMessage> left, ActorRef<TMessage> right) => !left.Equals(right);
}
