using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Stryke.Web.Actors.Net;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>Sockets that share a port and listen, as somebody else would open them for a server.</summary>
internal sealed partial class ListeningSockets : IDisposable
{
    private const int SocketLevel = 1,
        ReusePort = 15;

    private readonly List<Socket> _sockets = [];

    public ListeningSockets(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(socket);
            socket.SetRawSocketOption(SocketLevel, ReusePort, BitConverter.GetBytes(1));
            socket.Bind(i == 0 ? new IPEndPoint(IPAddress.Loopback, 0) : EndPoint);
            socket.Listen();
        }
    }

    public IPEndPoint EndPoint => (IPEndPoint)_sockets[0].LocalEndPoint!;

    public IReadOnlyList<ListenTarget> Adopt() => Adopt(_sockets);

    /// <summary>Descriptors of their own, which the listener closes.</summary>
    public static IReadOnlyList<ListenTarget> Adopt(IEnumerable<Socket> sockets) =>
        InheritedSockets.Adopt([.. sockets.Select(socket => (dup((int)socket.Handle), "spec"))]);

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    [LibraryImport("libc", SetLastError = true)]
    private static partial int dup(int fd);
}
