using System.Net.Sockets;

namespace Stryke.Web.Actors.Net.Portable;

// The numbers that stand for sockets.
internal sealed partial class PortableReactor
{
    private const int MostKept = 1024;

    private readonly Stack<int> _free = new();
    private PortableSocket?[] _sockets = [];
    private int _numbers;

    protected override void SendAtOnce(int fd, ReadOnlySpan<byte> words) => _sockets[fd]!.Socket.Send(words, SocketFlags.None, out _);

    protected override void EndSending(int fd) => _sockets[fd]!.Shutdown(SocketShutdown.Send);

    protected override void Close(int fd, bool reset)
    {
        var socket = _sockets[fd]!;
        socket.Close(reset);
        socket.Connection = null!;
        if (_free.Count >= MostKept)
        {
            socket.Dispose();
            _sockets[fd] = null;
        }
        _free.Push(fd);
    }

    private PortableSocket SocketOf(ConnectionActor connection) => _sockets[connection.Fd]!;

    private PortableSocket TakeNumber()
    {
        if (!_free.TryPop(out int number))
        {
            number = _numbers++;
            if (number == _sockets.Length)
                Array.Resize(ref _sockets, Math.Max(64, number * 2));
        }
        return _sockets[number] ??= new PortableSocket(this, number);
    }
}
