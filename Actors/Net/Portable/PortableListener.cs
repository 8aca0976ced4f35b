using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

/// <summary>
/// One listening socket that all cores accept from, as not every system spreads connections over several on one address. Closed by the last core that lets go
/// of it.
/// </summary>
internal sealed class PortableListener
{
    private int _shares;

    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="SocketException">The address cannot be used.</exception>
    internal PortableListener(IPEndPoint endPoint, int shares, ListenerOptions options)
    {
        _shares = shares;
        Socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        try
        {
            // Elsewhere .NET lets a listener have an address whose old connections are not forgotten yet, but none that is in use. On Windows another
            // program could take a part of it.
            if (OperatingSystem.IsWindows())
                Socket.ExclusiveAddressUse = true;
            if (endPoint.AddressFamily == AddressFamily.InterNetworkV6)
                Socket.DualMode = options.DualStack;
            Socket.Bind(endPoint);
            Socket.Listen((int)Math.Min((long)options.Backlog * shares, int.MaxValue));
            EndPoint = (IPEndPoint)Socket.LocalEndPoint!;
        }
        catch (SocketException refused)
        {
            Socket.Dispose();
            if (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
                throw new AddressInUseException(endPoint);
            throw;
        }
    }

    internal Socket Socket { get; }

    internal IPEndPoint EndPoint { get; }

    /// <summary>Whether a connection waits.</summary>
    internal bool HasWaiting => Socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Lets go of one share. True for the last.</summary>
    internal bool LeaveAsLast() => Interlocked.Decrement(ref _shares) == 0;

    /// <summary>Takes who is waiting, if anybody is.</summary>
    internal bool TryAccept([NotNullWhen(true)] out Socket? accepted)
    {
        accepted = null;
        try
        {
            if (HasWaiting)
                accepted = Socket.Accept();
        }
        catch (SocketException)
        {
            // Another core was faster, or there is no descriptor left.
        }
        return accepted is not null;
    }
}
