namespace Stryke.Web.Perf.Generator;

/// <summary>
/// One connection after another: asks, reads the answer, asks again; after the last answer it waits for the server to close.
/// </summary>
internal sealed unsafe class Client(int index, Target target, int epoll)
{
    private readonly Response _response = new();
    private int _fd = -1;
    private int _left;
    private long _bodyOffset;
    private bool _isSending,
        _isLast;

    /// <summary>Whole answers.</summary>
    public long Answered { get; private set; }

    /// <summary>Connections.</summary>
    public long Opened { get; private set; }

    /// <summary>Bytes of bodies, sent and received.</summary>
    public long BodyBytes { get; private set; }

    public void Open()
    {
        _fd = Sockets.Connect(target.Port, nonBlocking: target.Body is not null);
        Opened++;
        _left = target.Requests;
        // Bodies go out as the socket takes them, so both directions are watched, by their changes.
        Sockets.Watch(epoll, _fd, index, target.Body is null ? Libc.ReadyIn : Libc.ReadyIn | Libc.ReadyOut | Libc.EdgeTriggered);
        Ask();
    }

    /// <summary>Goes on with what the socket is ready for.</summary>
    /// <exception cref="InvalidOperationException">The server answers otherwise than it should.</exception>
    public Progress Advance()
    {
        if (_isSending)
            SendBody();
        int received = _response.Receive(_fd);
        if (received == Response.Nothing)
            return Progress.Waits;
        if (received == Response.End)
        {
            if (!_isLast || _response.IsUnderWay || _isSending)
                throw new InvalidOperationException("the server closed a connection before its last answer");
            _ = Libc.Close(_fd);
            return Progress.Ended;
        }
        BodyBytes += received;
        if (_response.IsUnderWay)
            return Progress.Waits;
        if (_isSending)
            throw new InvalidOperationException("the server answered before it had the whole body");
        Answered++;
        if (target.IsHeld)
            return Progress.Answered;
        if (!_isLast)
            Ask();
        return Progress.Waits;
    }

    private void Ask()
    {
        _isLast = target.Requests > 0 && --_left == 0;
        _response.Begin();
        byte[] head = _isLast ? target.LastHead : target.Head;
        fixed (byte* bytes = head)
        {
            if (Libc.Send(_fd, bytes, head.Length, Libc.NoSignal) != head.Length)
                throw new InvalidOperationException("a request's head does not go out");
        }
        _isSending = target.BodyBytes > 0;
        _bodyOffset = 0;
        if (_isSending)
            SendBody();
    }

    private void SendBody()
    {
        // From the page cache to the socket: the copy into user memory and out of it is the server's affair, not ours.
        while (_bodyOffset < target.BodyBytes)
        {
            long offset = _bodyOffset;
            nint sent = Libc.SendFile(_fd, (int)target.Body!.DangerousGetHandle(), &offset, (nint)(target.BodyBytes - _bodyOffset));
            if (sent <= 0)
                return;
            _bodyOffset += sent;
            BodyBytes += sent;
        }
        _isSending = false;
    }
}
