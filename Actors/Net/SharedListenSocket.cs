using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net;

/// <summary>Portable: one listening socket that all cores accept from. The last core that leaves closes it.</summary>
internal sealed class SharedListenSocket(Socket socket, int shares)
{
    private int _shares = shares;

    internal Socket Socket => socket;

    /// <summary>Whether a connection waits.</summary>
    internal bool HasWaiting => socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Gives up one share. True for the last.</summary>
    internal bool LeaveAsLast() => Interlocked.Decrement(ref _shares) == 0;

    /// <summary>Takes who is waiting, if anybody is.</summary>
    internal bool TryAccept([NotNullWhen(true)] out Socket? accepted)
    {
        accepted = null;
        try
        {
            if (HasWaiting)
                accepted = socket.Accept();
        }
        catch (SocketException)
        {
            // Another core was faster, or there is no descriptor left.
        }
        return accepted is not null;
    }
}
