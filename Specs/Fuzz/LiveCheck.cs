using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Specs.Http.Connections;
using Xunit.Sdk;

namespace Stryke.Web.Specs.Fuzz;

/// <summary>
/// Client bytes to a live server of each backend, in one piece and in several: the answers must be the same bytes, the
/// connections end the same way, and a well-behaved connection to the same core goes on being served.
/// </summary>
internal sealed class LiveCheck : IAsyncDisposable
{
    private const string Ping = "GET /alive HTTP/1.1\r\nHost: alive\r\n\r\n";

    private readonly Random _random;
    private readonly List<(Backend Backend, TestServer Server, Peer WellBehaved)> _servers = [];
    private readonly ConcurrentQueue<string> _faults = [];

    private LiveCheck(Random random) => _random = random;

    public static async Task<LiveCheck> StartAsync(Random random)
    {
        var check = new LiveCheck(random);
        var options = new HttpOptions
        {
            MaxHeadBytes = 2048,
            MaxTargetBytes = 600,
            MaxHeaders = 30,
            MaxConnectionsPerAddress = 0,
            MaxRequestsPerConnection = int.MaxValue,
            KeepAliveTimeoutMs = int.MaxValue,

            // A machine that stands still for a while is to make no difference.
            HeadTimeoutMs = 60_000,
            BodyTimeoutMs = 60_000,
            LingerTimeoutMs = 60_000,
            OnFault = (fault, request) => check.OnFault(fault, request),
        };
        foreach (var backend in TestServer.Backends)
        {
            try
            {
                var server = new TestServer(backend.Data, LiveApplication.Handle, options, LiveApplication.Plan);
                var wellBehaved = new Peer(await server.ConnectAsync());

                // From its first request on it may be idle for ever: the other checks take their time.
                wellBehaved.Ask(Ping);
                check._servers.Add((backend.Data, server, wellBehaved));
            }
            catch (SkipException)
            {
                // Not to be had here; the others are compared.
            }
        }

        return check;
    }

    /// <returns>Null, or what is wrong.</returns>
    public string? Run(byte[] bytes)
    {
        string? first = null;
        foreach (var (backend, server, wellBehaved) in _servers)
        {
            foreach (int[]? splits in new[] { [], Pieces(bytes.Length) })
            {
                string answers = Send(server, wellBehaved, bytes, splits);
                first ??= answers;
                if (answers != first)
                {
                    return $"{backend}, cut at {string.Join(' ', splits)}:\n{answers}\n\nfirst:\n{first}";
                }
            }

            if (server.Faults.Count > 0 || !_faults.IsEmpty)
            {
                return $"{backend}: {string.Join('\n', server.Faults.Concat(_faults))}";
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, server, wellBehaved) in _servers)
        {
            wellBehaved.Dispose();
            await server.DisposeAsync();
        }
    }

    private void OnFault(Exception fault, HttpRequest request)
    {
        if (fault.Message != "As asked for.")
        {
            _faults.Enqueue($"{request.Path}: {fault}");
        }
    }

    private static string Send(TestServer server, Peer wellBehaved, byte[] bytes, int[] splits)
    {
        using var peer = new Peer(server.ConnectAsync().GetAwaiter().GetResult());
        int start = 0;
        foreach (int end in splits.Append(bytes.Length))
        {
            if (start > 0)
            {
                // Its core has been around once when this is answered: the piece before was received by itself.
                wellBehaved.Ask(Ping);
            }

            peer.Send(bytes.AsSpan(start, end - start));
            start = end;
        }

        peer.EndSending();
        wellBehaved.Ask(Ping);
        string answers = Normal(peer.ReadToEnd());
        return SaysClose(bytes) && answers.Contains("\r\nConnection: close\r\n") ? answers.Replace(Peer.Reset, "") : answers;
    }

    /// <summary>
    /// RFC 9112 §9.6: a client that says "close" sends no more; one that does all the same is answered, and may meet a
    /// reset behind the answer.
    /// </summary>
    private static bool SaysClose(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        return text.Contains("close", StringComparison.OrdinalIgnoreCase) || text.Contains("HTTP/1.0", StringComparison.Ordinal);
    }

    /// <summary>Without what may differ: the date, and leave to go on, which is given only to a client that waits for it.</summary>
    private static string Normal(byte[] answers)
    {
        string text = Encoding.Latin1.GetString(answers).Replace("HTTP/1.1 100 Continue\r\n\r\n", "");
        for (int at = 0; (at = text.IndexOf("\r\nDate: ", at, StringComparison.Ordinal)) >= 0; )
        {
            text = text.Remove(at, text.IndexOf('\r', at + 2) - at);
        }

        return text;
    }

    private int[] Pieces(int length) => [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => _random.Next(length + 1)).Order()];

    /// <summary>The other end of a connection, without ceremony: tens of thousands of them are made.</summary>
    private sealed class Peer(TestClient client) : IDisposable
    {
        public const string Reset = "[ConnectionReset]";

        private readonly Socket _socket = client.Socket;
        private readonly byte[] _buffer = new byte[64 * 1024];

        public void Send(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                try
                {
                    bytes = bytes[_socket.Send(bytes)..];
                }
                catch (SocketException)
                {
                    // The server has given up on this connection; what it said before is still to be read.
                    return;
                }
            }
        }

        public void EndSending()
        {
            try
            {
                _socket.Shutdown(SocketShutdown.Send);
            }
            catch (SocketException) { }
        }

        public byte[] ReadToEnd()
        {
            var all = new MemoryStream();
            try
            {
                for (int count; (count = _socket.Receive(_buffer)) > 0; )
                {
                    all.Write(_buffer, 0, count);
                }
            }
            catch (SocketException reset)
            {
                all.Write(Encoding.ASCII.GetBytes($"[{reset.SocketErrorCode}]"));
            }

            return all.ToArray();
        }

        public void Ask(string request)
        {
            _socket.Send(Encoding.ASCII.GetBytes(request));
            int count = 0;
            while (!_buffer.AsSpan(0, count).EndsWith("host=alive body="u8))
            {
                int received = _socket.Receive(_buffer.AsSpan(count));
                count += received > 0 ? received : throw new InvalidOperationException("The well-behaved connection was closed.");
            }
        }

        public void Dispose() => client.Dispose();
    }
}
