namespace Stryke.Web.Actors.Mailboxes;

/// <summary>A callback that came to a core from another thread.</summary>
internal sealed class PostedWork(SendOrPostCallback callback, object? state) : InboxNode
{
    internal override void Run() => callback(state);
}
