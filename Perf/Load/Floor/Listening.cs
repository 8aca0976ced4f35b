using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Perf.Floor;

/// <summary>The socket that both loops accept from.</summary>
internal static class Listening
{
    internal static Socket On(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(4096);
        return listener;
    }
}
