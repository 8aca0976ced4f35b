namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// Waits until a socket has bytes, its peer's end or an error: a receive into no buffer at all, so that an idle connection holds none.
/// </summary>
internal sealed class ReceiveOperation(PortableReactor reactor, PortableSocket socket) : PortableOperation(reactor)
{
    internal void Start()
    {
        if (!socket.Socket.ReceiveAsync(Arguments))
            Reactor.AddReady(this);
    }

    internal override void Run() => Reactor.Readable(socket, Arguments.SocketError);
}
