using System.Runtime.InteropServices;

namespace Stryke.Web.Http.Connections;

/// <summary>
/// What a connection waits for, and until when: the times of <see cref="HttpOptions"/> applied to its phases. It keeps no timer itself; the
/// connection sets its own to <see cref="DelayMs"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ConnectionClock
{
    private readonly HttpOptions _options;
    private long _dueMs;
    private long _checkMs;
    private long _sinceMs;
    private long _waitedMs;
    private long _takenBytes;

    public ConnectionClock(HttpOptions options) => _options = options;

    public Deadline Deadline { get; private set; }

    /// <summary>Since when a request is awaited of which nothing has come; <see cref="long.MaxValue"/> when that is not what is awaited.</summary>
    public readonly long IdleSinceMs => Deadline == Deadline.Idle ? _sinceMs : long.MaxValue;

    public readonly bool IsDue(long nowMs) => nowMs >= _dueMs;

    /// <summary>
    /// How long the timer is to run: to the deadline, but no longer than a client may take nothing of what was sent to it. Every request sets the timer
    /// later than the one before did, which is what timers do cheaply; but not while the client is behind, or it could put off the look at what it takes for ever.
    /// </summary>
    public long DelayMs(long nowMs, bool hasUnsent)
    {
        if (hasUnsent)
        {
            return Math.Clamp(_checkMs - nowMs, 1, _options.WriteTimeoutMs);
        }

        _checkMs = nowMs + _options.WriteTimeoutMs;
        return Math.Clamp(_dueMs - nowMs, 1, _options.WriteTimeoutMs);
    }

    /// <summary>Whether it is time to look at what a client takes that is behind.</summary>
    public readonly bool IsCheckDue(long nowMs) => nowMs >= _checkMs;

    /// <summary>Another connection begins: what the one before took does not count.</summary>
    public void Begin(long nowMs)
    {
        _takenBytes = 0;
        AwaitRequest(nowMs, isFirst: true);
    }

    /// <summary>Waits for nothing that the client owes.</summary>
    public void Stop()
    {
        Set(Deadline.None, long.MaxValue);
    }

    /// <summary>Waits for the next request, or for the first one.</summary>
    public void AwaitRequest(long nowMs, bool isFirst)
    {
        _sinceMs = nowMs;
        Set(Deadline.Idle, nowMs + (isFirst ? _options.HeadTimeoutMs : _options.KeepAliveTimeoutMs));
    }

    /// <summary>The server stops: one more request may be on its way.</summary>
    public void AwaitLastRequest(long nowMs) => Set(Deadline.Idle, nowMs + _options.DrainGraceMs);

    /// <summary>A part of a head is there. Its time runs from the first byte: more bytes do not lengthen it.</summary>
    public void AwaitHead(long nowMs)
    {
        if (Deadline != Deadline.Head)
        {
            Set(Deadline.Head, nowMs + _options.HeadTimeoutMs);
        }
    }

    /// <summary>A part of a body is there: each byte lengthens its time by what the slowest acceptable speed allows.</summary>
    public void AwaitBody(long nowMs, int received)
    {
        if (Deadline != Deadline.Body)
        {
            _sinceMs = nowMs;
        }

        Set(Deadline.Body, _sinceMs + _options.BodyTimeoutMs + (received * 1000L / _options.MinBodyBytesPerSecond));
    }

    /// <summary>
    /// The application waits for more of a body. Only such waits are the client's time; what the application takes between them is not.
    /// </summary>
    public void AwaitBodyBytes(long nowMs, long received)
    {
        _waitedMs = received == 0 && Deadline != Deadline.Body ? 0 : _waitedMs;
        _sinceMs = nowMs;
        Set(Deadline.Body, nowMs - _waitedMs + _options.BodyTimeoutMs + (received * 1000 / _options.MinBodyBytesPerSecond));
    }

    /// <summary>The wait of <see cref="AwaitBodyBytes"/> is over.</summary>
    public void EndWait(long nowMs)
    {
        _waitedMs += nowMs - _sinceMs;
        Stop();
    }

    /// <summary>Whether the client took enough since this was asked last, a write timeout ago.</summary>
    /// <param name="nowMs">The next look is a write timeout later.</param>
    /// <param name="takenBytes">Bytes that it has taken in all.</param>
    public bool IsKeepingUp(long nowMs, long takenBytes)
    {
        _checkMs = nowMs + _options.WriteTimeoutMs;
        long taken = takenBytes - _takenBytes;
        _takenBytes = takenBytes;
        return taken >= Math.Max(1, _options.MinResponseBytesPerSecond * _options.WriteTimeoutMs / 1000);
    }

    private void Set(Deadline deadline, long dueMs)
    {
        Deadline = deadline;
        _dueMs = dueMs;
    }
}
