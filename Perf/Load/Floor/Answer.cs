namespace Stryke.Web.Perf.Floor;

/// <summary>The answer: as long, head and body, as that of the app's <c>/plaintext</c>.</summary>
internal static class Answer
{
    public static ReadOnlySpan<byte> Bytes =>
        "HTTP/1.1 200 OK\r\nServer: Stryke\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Type: text/plain; "u8
        + "charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nContent-Length: 13\r\n\r\nHello, World!"u8;

    /// <summary>Writes an answer for each request that ends in what was received.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(ReadOnlySpan<byte> received, Span<byte> destination)
    {
        int length = 0;
        for (int end; (end = received.IndexOf("\r\n\r\n"u8)) >= 0; received = received[(end + 4)..])
        {
            Bytes.CopyTo(destination[length..]);
            length += Bytes.Length;
        }
        return length;
    }

    /// <summary>Whether the client asks to close after the answer.</summary>
    public static bool IsLast(ReadOnlySpan<byte> received) => received.IndexOf("Connection: close"u8) >= 0;
}
