using System.Text;

namespace Stryke.Web.Http.Http1;

/// <summary>
/// What the heads of all answers of one core have in common, encoded once: the status line of a 200, <c>Server</c>, and <c>Date</c>, which
/// is written anew when the second changes (RFC 9110 §6.6.1).
/// </summary>
internal sealed class ResponseHeads
{
    private readonly byte[] _block;
    private readonly int _statusLength;
    private long _second = long.MinValue;

    public ResponseHeads(string serverName)
    {
        string server = serverName.Length == 0 ? "" : $"Server: {serverName}\r\n";
        _block = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{server}Date: {new string(' ', HttpDate.Length)}\r\n");
        _statusLength = StatusLines.Get(200).Length;
    }

    /// <summary>Length of the head that this core wrote last: the next one is likely to be as long, and its body need not be moved then.</summary>
    public int LastLength { get; set; } = 128;

    /// <summary>Length of status line, Server and Date.</summary>
    public int Length(int status) => status == 200 ? _block.Length : _block.Length - _statusLength + StatusLines.Get(status).Length;

    /// <summary>Writes status line, Server and Date.</summary>
    /// <returns>Bytes written.</returns>
    public int Write(int status, long unixSeconds, Span<byte> destination)
    {
        if (unixSeconds != _second)
        {
            _second = unixSeconds;
            HttpDate.Format(unixSeconds, _block.AsSpan(_block.Length - HttpDate.Length - 2));
        }

        if (status == 200)
        {
            _block.CopyTo(destination);
            return _block.Length;
        }

        var line = StatusLines.Get(status);
        line.CopyTo(destination);
        _block.AsSpan(_statusLength).CopyTo(destination[line.Length..]);
        return line.Length + _block.Length - _statusLength;
    }
}
