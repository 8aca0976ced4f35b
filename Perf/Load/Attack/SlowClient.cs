using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stryke.Web.Perf.Attack;

/// <summary>One client that takes its time, and connects anew as soon as it is cut off. Nothing here waits for the server.</summary>
internal sealed class SlowClient(SlowKind kind, IPEndPoint server) : IDisposable
{
    private static readonly byte[] Sink = new byte[256];

    private Socket? _socket;

    /// <summary>How often it was cut off.</summary>
    public int Cuts { get; private set; }

    /// <summary>A byte more, in either direction.</summary>
    public void Step()
    {
        try
        {
            if (_socket is null)
            {
                Begin();
            }
            else if (IsCutOff())
            {
                Cuts++;
                End();
            }
            else if (kind is SlowKind.Head or SlowKind.Body)
            {
                _socket.Send("a"u8);
            }
        }
        catch (SocketException)
        {
            Cuts++;
            End();
        }
    }

    public void Dispose() => End();

    private void Begin()
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (kind is not (SlowKind.Head or SlowKind.Body))
        {
            // Before it connects, or the kernel would announce more room.
            _socket.ReceiveBufferSize = 2048;
        }

        _socket.Connect(server);
        _socket.Blocking = false;
        _socket.Send(
            Encoding.ASCII.GetBytes(
                kind switch
                {
                    SlowKind.Head => "GET / HTTP/1.1\r\nHost: x\r\nX-A: ",
                    SlowKind.Body => "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
                    SlowKind.FileReader => "GET /file HTTP/1.1\r\nHost: x\r\n\r\n",
                    SlowKind.StreamReader => "GET /stream HTTP/1.1\r\nHost: x\r\n\r\n",
                    SlowKind.WholeReader => "GET /whole HTTP/1.1\r\nHost: x\r\n\r\n",
                    _ => "",
                }
            )
        );
    }

    /// <summary>To a slow head or body any answer is the end of it; a slow reader takes a little of its answer.</summary>
    private bool IsCutOff()
    {
        int received = _socket!.Receive(Sink, SocketFlags.None, out var error);
        return error != SocketError.WouldBlock && (received == 0 || error != SocketError.Success || kind is SlowKind.Head or SlowKind.Body);
    }

    private void End()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
