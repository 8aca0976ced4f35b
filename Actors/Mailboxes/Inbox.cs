namespace Stryke.Web.Actors.Mailboxes;

/// <summary>
/// What other threads leave for a core: a lock-free list of nodes with many producers and one consumer. An actor's cell is
/// in it at most once however many messages wait in its own bounded mailbox, so the list is as short as the core has actors.
/// </summary>
internal sealed class Inbox
{
    private InboxNode? _head;

    internal bool IsEmpty => Volatile.Read(ref _head) is null;

    /// <summary>Adds a node. From any thread.</summary>
    internal void Add(InboxNode node)
    {
        var seen = Volatile.Read(ref _head);
        while (true)
        {
            node.NextInInbox = seen;
            var actual = Interlocked.CompareExchange(ref _head, node, seen);
            if (ReferenceEquals(actual, seen))
                return;
            seen = actual;
        }
    }

    /// <summary>Takes everything at once, oldest first. Only the owner calls it.</summary>
    internal InboxNode? TakeAll()
    {
        if (IsEmpty)
            return null;
        // The producers build a stack; turned round it is the order in which they came.
        var node = Interlocked.Exchange(ref _head, null);
        InboxNode? ordered = null;
        while (node is not null)
        {
            var next = node.NextInInbox;
            node.NextInInbox = ordered;
            ordered = node;
            node = next;
        }
        return ordered;
    }
}
