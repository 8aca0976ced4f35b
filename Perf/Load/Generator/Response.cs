using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;

namespace Stryke.Web.Perf.Generator;

/// <summary>
/// An answer as it arrives: a head with <c>Content-Length</c>, then a body that nobody reads; or, when it is short, one in chunks.
/// </summary>
internal sealed unsafe class Response
{
    /// <summary>Nothing has come.</summary>
    public const int Nothing = -1;

    /// <summary>The server has closed.</summary>
    public const int End = -2;

    private const int Capacity = 4096,
        BodyAtOnce = 1 << 20;

    private readonly byte* _head = (byte*)NativeMemory.Alloc(Capacity);
    private int _headLength;
    private long _bodyLeft;

    /// <summary>Whether something of it is still to come.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>The answer to a new request is expected.</summary>
    public void Begin() => (_headLength, _bodyLeft, IsUnderWay) = (0, 0, true);

    /// <summary>Takes what the socket has, once.</summary>
    /// <returns>Bytes of the body; <see cref="Nothing"/> or <see cref="End"/>.</returns>
    public int Receive(int fd)
    {
        // tcp(7): with MSG_TRUNC bytes are taken off the socket and copied nowhere.
        bool isHead = _bodyLeft == 0;
        nint received = isHead
            ? Libc.Receive(fd, _head + _headLength, Capacity - _headLength, Libc.DontWait)
            : Libc.Receive(fd, null, (nint)Math.Min(_bodyLeft, BodyAtOnce), Libc.DontWait | Libc.Truncate);
        if (received <= 0)
            return received < 0 && Marshal.GetLastPInvokeError() == Libc.Again ? Nothing : End;
        int body = isHead ? ReadHead((int)received) : (int)received;
        if (!isHead)
        {
            _bodyLeft -= received;
            IsUnderWay = _bodyLeft > 0;
        }
        return body;
    }

    private int ReadHead(int received)
    {
        _headLength += received;
        var head = new ReadOnlySpan<byte>(_head, _headLength);
        int end = head.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return 0;
        if (!head.StartsWith("HTTP/1.1 200"u8))
            throw Unexpected(head);
        long length = ContentLength(head[..(end + 2)]);
        if (length < 0)
            return ReadChunked(head, end + 4);
        int body = _headLength - end - 4;
        _headLength = 0;
        _bodyLeft = length - body;
        IsUnderWay = _bodyLeft > 0;
        return body;
    }

    // RFC 9112 §7.1: a chunk of no length is the last. None of the short answers holds such a line itself, so its end is their end.
    private int ReadChunked(ReadOnlySpan<byte> answer, int bodyStart)
    {
        if (answer[..bodyStart].IndexOf("Transfer-Encoding: chunked\r\n"u8) < 0)
            throw Unexpected(answer);
        if (!answer.EndsWith("\r\n0\r\n\r\n"u8))
        {
            if (_headLength == Capacity)
                throw Unexpected(answer);
            return 0;
        }
        _headLength = 0;
        IsUnderWay = false;
        return answer.Length - bodyStart;
    }

    private static InvalidOperationException Unexpected(ReadOnlySpan<byte> answer) =>
        new($"expected a 200 with a Content-Length or a short one in chunks, and got:\n{Encoding.UTF8.GetString(answer)}");

    private static long ContentLength(ReadOnlySpan<byte> head)
    {
        // Both spellings that the servers use; a general parser would make the generator the limit sooner.
        int at = head.IndexOf("\r\nContent-Length: "u8);
        if (at < 0)
            at = head.IndexOf("\r\ncontent-length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + 18)..], out long length, out _) ? length : -1;
    }
}
