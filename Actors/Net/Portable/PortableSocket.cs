using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// A connection's socket and its two operations, under the number by which the reactor knows it. The object outlives the connection and
/// serves others, because operations are dear to make.
/// </summary>
internal sealed class PortableSocket : IDisposable
{
    private readonly PortableReactor _reactor;
    private SendOperation? _sending;

    internal PortableSocket(PortableReactor reactor, int number)
    {
        _reactor = reactor;
        Number = number;
        Receiving = new ReceiveOperation(reactor, this);
    }

    internal int Number { get; }

    internal Socket Socket { get; private set; } = null!;

    internal ConnectionActor Connection { get; set; } = null!;

    /// <summary>Bytes that the system has taken for the peer since the connection began.</summary>
    internal long TakenBytes { get; set; }

    internal ReceiveOperation Receiving { get; }

    /// <summary>Most connections never send more than the system takes at once.</summary>
    internal SendOperation Sending => _sending ??= new SendOperation(_reactor, this);

    /// <exception cref="SocketException">The peer is gone already.</exception>
    internal void Begin(Socket accepted)
    {
        (Socket, TakenBytes) = (accepted, 0);
        accepted.Blocking = false;
        // Answers leave whole, so waiting for more is only delay. Not every system lets a socket inherit this from the one that accepted
        // it.
        if (accepted.AddressFamily != AddressFamily.Unix)
            accepted.NoDelay = true;
    }

    /// <summary>Closes the socket. What is in flight is broken off, which makes any close a reset.</summary>
    internal void Close(bool reset)
    {
        if (reset)
            Socket.Close(timeout: 0);
        else
            Socket.Dispose();
    }

    /// <summary>
    /// Says that nothing more is sent and, with <see cref="SocketShutdown.Both"/>, received; a peer that is gone need not hear of it.
    /// </summary>
    internal void Shutdown(SocketShutdown how)
    {
        try
        {
            Socket.Shutdown(how);
        }
        catch (SocketException) { }
    }

    public void Dispose()
    {
        Receiving.Dispose();
        _sending?.Dispose();
    }
}
