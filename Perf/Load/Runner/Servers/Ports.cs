using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Perf.Runner.Servers;

/// <summary>
/// Ports for servers, below those that the kernel gives to connections (32768 and up): a load that opens many connections must not take the
/// port of a server that is about to start. Each is given once, so that nobody meets connections that wait out their time.
/// </summary>
internal static class Ports
{
    private static int s_last = 21_000;

    public static int Next()
    {
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, ++s_last));
                return s_last;
            }
            catch (SocketException) when (s_last < 32_000)
            {
                // Taken: the next one.
            }
        }
    }
}
