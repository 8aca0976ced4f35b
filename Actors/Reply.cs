namespace Stryke.Web.Actors;

/// <summary>
/// Where the answer to an <see cref="ActorRef{TMessage}.Ask"/> goes. Part of the message; the first answer counts. From any thread.
/// </summary>
public readonly struct Reply<TReply>
{
    private readonly TaskCompletionSource<TReply>? _source;

    internal Reply(TaskCompletionSource<TReply> source) => _source = source;

    internal Task<TReply> Task => _source!.Task;

    /// <summary>Answers.</summary>
    public void SetResult(TReply value) => _source?.TrySetResult(value);

    /// <summary>Lets the question fail.</summary>
    public void SetException(Exception fault) => _source?.TrySetException(fault);
}
