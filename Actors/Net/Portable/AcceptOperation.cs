using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>A core's place in the line for the next connection to a listening socket.</summary>
internal sealed class AcceptOperation(PortableReactor reactor, Acceptor acceptor) : PortableOperation(reactor)
{
    internal Acceptor Acceptor => acceptor;

    internal SocketError Error => Arguments.SocketError;

    /// <summary>True when it is done already.</summary>
    internal bool TryAtOnce() => !acceptor.Socket.Shared!.Socket.AcceptAsync(Arguments);

    /// <summary>What was accepted; null when that failed.</summary>
    internal Socket? Take()
    {
        var accepted = Error == SocketError.Success ? Arguments.AcceptSocket : null;
        Arguments.AcceptSocket = null;
        return accepted;
    }

    internal override void Run() => Reactor.Accepted(this);
}
