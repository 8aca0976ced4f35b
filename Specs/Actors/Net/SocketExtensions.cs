using System.Net.Sockets;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>A client's side in few words; nothing waits longer than a spec does.</summary>
internal static class SocketExtensions
{
    public static async Task SendAll(this Socket socket, ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(Eventually.Bound);
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, patience.Token)..];
    }

    public static async Task<byte[]> ReceiveExactly(this Socket socket, int count)
    {
        using var patience = new CancellationTokenSource(Eventually.Bound);
        byte[] bytes = new byte[count];
        for (int got = 0; got < count; )
        {
            int received = await socket.ReceiveAsync(bytes.AsMemory(got), patience.Token);
            if (received == 0)
                throw new EndOfStreamException($"The connection ended after {got} of {count} bytes.");
            got += received;
        }
        return bytes;
    }

    public static async Task<byte[]> ReceiveToEnd(this Socket socket)
    {
        using var patience = new CancellationTokenSource(Eventually.Bound);
        var all = new MemoryStream();
        byte[] bytes = new byte[65536];
        int received;
        while ((received = await socket.ReceiveAsync(bytes.AsMemory(), patience.Token)) > 0)
            all.Write(bytes, 0, received);
        return all.ToArray();
    }
}
