using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Stryke.Web.Specs.Http.Connections;

/// <summary>A client that sends exactly the bytes it is given and reads answers one at a time.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly Socket _socket;
    private byte[] _received = [];

    private TestClient(Socket socket) => _socket = socket;

    public Socket Socket => _socket;

    public static async Task<TestClient> ConnectAsync(EndPoint endPoint)
    {
        var socket =
            endPoint is IPEndPoint
                ? new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
                : new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(endPoint);
        return new TestClient(socket);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length; )
        {
            sent += await _socket.SendAsync(bytes.AsMemory(sent), SocketFlags.None).AsTask().WaitAsync(Eventually.Bound);
        }
    }

    /// <summary>The client sends no more, but still reads.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Sends a request and reads its answer.</summary>
    public async Task<ReceivedResponse> AskAsync(string request)
    {
        await SendAsync(request);
        return await ReadAsync(request.StartsWith("HEAD "));
    }

    /// <summary>Reads the next answer.</summary>
    public async Task<ReceivedResponse> ReadAsync(bool isHead = false)
    {
        while (true)
        {
            int length = ReceivedResponse.TryParse(_received, isHead, out var response);
            if (length > 0)
            {
                _received = _received[length..];
                return response!;
            }

            if (!await ReceiveAsync())
            {
                throw new EndOfStreamException($"The connection ended after: {Encoding.Latin1.GetString(_received)}");
            }
        }
    }

    /// <summary>Reads until the server closes.</summary>
    /// <returns>What came and was not read before.</returns>
    public async Task<string> ReadToEndAsync()
    {
        while (await ReceiveAsync()) { }

        return Encoding.Latin1.GetString(_received);
    }

    /// <summary>Reads the head of an answer and so many bytes of its body.</summary>
    public async Task<byte[]> ReadBytesAsync(long bodyBytes)
    {
        int head;
        while ((head = _received.AsSpan().IndexOf("\r\n\r\n"u8)) < 0)
        {
            Assert.True(await ReceiveAsync());
        }

        byte[] body = new byte[bodyBytes];
        int filled = Math.Min(_received.Length - head - 4, body.Length);
        _received.AsSpan(head + 4, filled).CopyTo(body);
        _received = _received[(head + 4 + filled)..];
        for (int count; filled < body.Length; filled += count)
        {
            count = await _socket.ReceiveAsync(body.AsMemory(filled), SocketFlags.None).AsTask().WaitAsync(Eventually.Bound);
            Assert.True(count > 0, $"The connection ended after {filled} bytes of {bodyBytes}.");
        }

        return body;
    }

    /// <summary>Reads so many bytes, whatever they are.</summary>
    public async Task ReadRawAsync(int count)
    {
        byte[] buffer = new byte[count];
        for (int filled = 0, more; filled < count; filled += more)
        {
            more = await _socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None).AsTask().WaitAsync(Eventually.Bound);
            Assert.True(more > 0, "The connection ended.");
        }
    }

    /// <summary>Reads until the connection is lost, in whatever way.</summary>
    public async Task<string> ReadUntilLostAsync()
    {
        try
        {
            return await ReadToEndAsync();
        }
        catch (SocketException)
        {
            return Encoding.Latin1.GetString(_received);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<bool> ReceiveAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        int count = await _socket.ReceiveAsync(buffer, SocketFlags.None).WaitAsync(Eventually.Bound);
        _received = [.. _received, .. buffer.AsSpan(0, count)];
        return count > 0;
    }
}
