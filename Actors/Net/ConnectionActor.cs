using System.Net;
using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// A connection: an actor whose messages are what happens on its socket. It lives on the core that accepted it and every member is for
/// that core's thread only. A fault thrown by one of its methods ends this connection and nothing else.
/// </summary>
/// <remarks>
/// What a method asks for (<see cref="Flush"/>, <see cref="Close"/>, <see cref="Abort"/>, <see cref="ResumeReceiving"/>) is done when
/// it returns, or at the end of the core's turn when it was asked from elsewhere, so that answers written together leave together.
/// </remarks>
public abstract partial class ConnectionActor
{
    /// <summary>The core that owns the connection.</summary>
    /// <exception cref="InvalidOperationException">It was never opened.</exception>
    public Core Core => _core ?? throw new InvalidOperationException("The connection is not open.");

    /// <summary>True from <see cref="OnOpened"/> until <see cref="OnClosed"/>.</summary>
    public bool IsOpen { get; internal set; }

    /// <summary>
    /// The peer's address; null when the peer is already gone, or comes by a Unix socket. Asked of the kernel once, on first use.
    /// </summary>
    public IPEndPoint? RemoteEndPoint => _remote ??= IsOpen && Acceptor.IsOfNetwork ? Reactor.RemoteEndPoint(Fd) : null;

    /// <summary>True when the peer connected by a Unix socket, and has no address. False once the connection is closed.</summary>
    public bool IsUnixSocket => IsOpen && !Acceptor.IsOfNetwork;

    /// <summary>What the peer sent and nobody consumed yet.</summary>
    protected internal InputBuffer Input { get; private set; } = null!;

    /// <summary>What is to be sent; <see cref="Flush"/> sends it.</summary>
    protected internal PooledBuffer Output { get; private set; } = null!;

    /// <summary>Bytes that were flushed, files among them, and that the kernel has not taken yet.</summary>
    protected long UnsentBytes => SendEnd - SendOffset + File.Left;

    /// <summary>
    /// A number that grows by each byte that the peer's system takes: what our kernel holds for it does not count, except on a Unix socket,
    /// where that is the peer's own queue, and on the portable backend, which cannot know. It begins at 0 or above. A system call; for the
    /// occasional look at a slow reader.
    /// </summary>
    protected long TakenBytes => Reactor.TakenBytes(Fd) ?? _handedBytes - UnsentBytes;

    /// <summary>
    /// True: when closed, the object may serve another connection, beginning with <see cref="OnOpened"/>. Asked after
    /// <see cref="OnClosed"/>; answer false while anybody may still hold on to the object, an unfinished <c>await</c> for one.
    /// </summary>
    protected internal virtual bool IsReusable => false;

    /// <summary>
    /// Since when (<see cref="Actors.Core.NowMs"/>) nobody would miss the connection, as it waits for its peer to begin something. It may
    /// then be closed to make room for another. <see cref="long.MaxValue"/>: it is in use.
    /// </summary>
    protected internal virtual long IdleSinceMs => long.MaxValue;

    /// <summary>
    /// What the connection is at, in words for a report; null while nothing is owed to its peer. Asked when the system stops, and of a core
    /// that is held also from another thread.
    /// </summary>
    protected internal virtual string? Activity => null;

    /// <summary>The connection was accepted; nothing has arrived yet.</summary>
    protected internal abstract void OnOpened();

    /// <summary>New bytes are at the end of <see cref="Input"/>.</summary>
    protected internal abstract void OnReceived();

    /// <summary>The peer sends no more, but may still read: answer what is open, then <see cref="Close"/>.</summary>
    protected internal abstract void OnPeerClosed();

    /// <summary>Everything that was flushed has left.</summary>
    protected internal abstract void OnSent();

    /// <summary>The time given to <see cref="SetTimeout"/> is over.</summary>
    protected internal abstract void OnTimeout();

    /// <summary>The system stops: finish what is in flight, then <see cref="Close"/>.</summary>
    protected internal abstract void OnDraining();

    /// <summary>
    /// The connection has ended and its buffers are gone. <paramref name="error"/> is what ended it: null for an orderly end or an
    /// <see cref="Abort"/>, a <see cref="System.Net.Sockets.SocketException"/> for a lost connection, otherwise the fault that one of
    /// these methods threw.
    /// </summary>
    protected internal abstract void OnClosed(Exception? error);

    /// <summary>Sends what is in <see cref="Output"/>. Several calls in a turn are one send.</summary>
    protected void Flush()
    {
        FlushWanted = true;
        RequestSettling();
    }

    /// <summary>
    /// Sends what is in <see cref="Output"/>, and behind it a stretch of a file, which does not pass through the memory of this process
    /// where the system allows. Until <see cref="OnSent"/> nothing more may be written, and the file must stay open; a file that has fewer
    /// bytes ends the connection with a reset, as the peer must not take what it got for whole.
    /// </summary>
    /// <param name="file">The file, open for reading.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="count">How many, at least one.</param>
    /// <exception cref="InvalidOperationException">A file is being sent already.</exception>
    protected void SendFile(SafeFileHandle file, long offset, long count)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (File.Left > 0)
            throw new InvalidOperationException("A file is being sent already.");
        File.Set(file, offset, count);
        _handedBytes += count;
        Flush();
    }

    /// <summary>Flushes, and ends the connection once everything has left. Nothing more is received.</summary>
    /// <param name="lingers">
    /// True: what the peer still sends is read and dropped for a while, as closing with unread bytes would reset the connection and could
    /// take the last words with it. False for a peer that is known to send no more.
    /// </param>
    protected void Close(bool lingers = true)
    {
        FlushWanted = true;
        CloseWanted = true;
        Lingers = lingers;
        RequestSettling();
    }

    /// <summary>Ends the connection at once, with a reset; what has not left is lost.</summary>
    protected void Abort()
    {
        AbortWanted = true;
        RequestSettling();
    }

    /// <summary>Receives no more until <see cref="ResumeReceiving"/>; the peer is held back by its window.</summary>
    protected void PauseReceiving() => IsPaused = true;

    /// <summary>
    /// Receives again. Bytes that are in <see cref="Input"/> already are not announced a second time. Also to be called after
    /// consuming, outside of these methods, from an input that had reached its limit.
    /// </summary>
    protected void ResumeReceiving()
    {
        IsPaused = false;
        RequestSettling();
    }

    /// <summary>
    /// <see cref="OnTimeout"/> comes in <paramref name="ms"/> milliseconds, or up to a tick (16 ms) and a turn later, unless set anew
    /// or cleared. Cheap enough to be set for every request: pushing a deadline back is two writes.
    /// </summary>
    protected void SetTimeout(long ms)
    {
        if (IsOpen && !IsLingering)
            Core.Schedule(_timer, ms);
    }

    /// <summary><see cref="OnTimeout"/> does not come.</summary>
    protected void ClearTimeout()
    {
        if (!IsLingering)
            _timer.Disarm();
    }
}
