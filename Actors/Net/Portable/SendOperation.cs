namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// Waits until a full socket takes bytes again. There is no sending of nothing that would wait for that, so a few bytes go with it; the
/// rest follows at once, as much as there is room for.
/// </summary>
internal sealed class SendOperation(PortableReactor reactor, PortableSocket socket) : PortableOperation(reactor)
{
    // The operation is over only when all of it has left: with much of it, nobody could see how fast the peer takes it.
    private const int MostBytes = 4096;

    internal void Start(byte[] bytes, int start, int end)
    {
        Arguments.SetBuffer(bytes, start, Math.Min(end - start, MostBytes));
        if (!socket.Socket.SendAsync(Arguments))
            Reactor.AddReady(this);
    }

    internal override void Run()
    {
        var (error, sent) = (Arguments.SocketError, Arguments.BytesTransferred);
        // The array goes back to the pool, which may give it up.
        Arguments.SetBuffer(null, 0, 0);
        Reactor.Sent(socket, error, sent);
    }
}
