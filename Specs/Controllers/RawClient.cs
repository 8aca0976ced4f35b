using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stryke.Web.Specs.Controllers;

/// <summary>One connection, for requests that must go over the same one.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new();

    public RawClient(IPEndPoint endPoint) => _client.Connect(endPoint);

    /// <summary>Sends a request and reads its answer, whose Content-Length says where it ends.</summary>
    public async Task<string> Send(string request)
    {
        var stream = _client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        var answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (!IsWhole(answer.ToString()))
        {
            int read = await stream.ReadAsync(buffer);
            if (read == 0)
                break;
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        return answer.ToString();
    }

    public void Dispose() => _client.Dispose();

    private static bool IsWhole(string answer)
    {
        int end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        int field = answer.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        int length =
            field < 0 || field > end
                ? 0
                : int.Parse(answer[(field + 16)..answer.IndexOf('\r', field)], System.Globalization.CultureInfo.InvariantCulture);
        return answer.Length >= end + 4 + length;
    }
}
