using System.Net.Sockets;
using Stryke.Web.Actors.Mailboxes;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// Something asked of a socket that may take a while, used again and again. It is in one place at a time: idle, in flight, or waiting for
/// its core to handle that it is done. That it is done is told on a foreign thread, where nothing happens but that the operation puts
/// itself into the core's list.
/// </summary>
internal abstract class PortableOperation : InboxNode, IDisposable
{
    protected PortableOperation(PortableReactor reactor)
    {
        Reactor = reactor;
        Arguments = new CompletionArguments(this);
    }

    protected PortableReactor Reactor { get; }

    protected SocketAsyncEventArgs Arguments { get; }

    public void Dispose() => Arguments.Dispose();

    // The caller's execution context is of no use to a completion that runs nobody's code.
    private sealed class CompletionArguments(PortableOperation operation) : SocketAsyncEventArgs(true)
    {
        protected override void OnCompleted(SocketAsyncEventArgs e) => operation.Reactor.Completed(operation);
    }
}
