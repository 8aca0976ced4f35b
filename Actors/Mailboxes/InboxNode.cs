namespace Stryke.Web.Actors.Mailboxes;

/// <summary>Something that waits in a core's <see cref="Inbox"/>; the node is its own link.</summary>
internal abstract class InboxNode
{
    internal InboxNode? NextInInbox;

    /// <summary>Called on the core that owns the inbox, after the node has left it.</summary>
    internal abstract void Run();
}
