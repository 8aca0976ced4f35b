using System.Net;
using Stryke.Web.Actors.Memory;

namespace Stryke.Web.Actors.Net;

// What the reactors keep about a connection. One object per connection, so that a completion touches one place in memory.
public abstract partial class ConnectionActor
{
    private readonly ConnectionTimer _timer;
    private Core? _core;
    private IPEndPoint? _remote;

    // What was more than the kernel took at once, and went on from here.
    private long _handedBytes;

    /// <summary>A connection that is not open yet; the listener's core opens it.</summary>
    protected ConnectionActor() => _timer = new ConnectionTimer(this);

    internal SocketReactor Reactor = null!;
    internal Acceptor Acceptor = null!;
    internal int Fd = -1;

    /// <summary>Tells this connection from the ones that had the same descriptor before.</summary>
    internal uint Generation;

    /// <summary>What a send has taken from <see cref="Output"/> and the kernel has not taken yet.</summary>
    internal byte[]? Sending;
    internal int SendOffset;
    internal int SendEnd;

    /// <summary>What goes out behind that.</summary>
    internal FileTransmission File;

    /// <summary>What the quota counts this connection under.</summary>
    internal UInt128 Network;

    /// <summary>What was written and had not left when the connection ended.</summary>
    protected internal long LostBytes { get; internal set; }

    internal bool IsInCallback;
    internal bool IsUnsettled;
    internal bool FlushWanted;
    internal bool CloseWanted;
    internal bool Lingers;
    internal bool AbortWanted;
    internal bool IsPaused;
    internal bool IsPeerClosed;
    internal bool IsLingering;
    internal bool IsToldToDrain;
    internal Exception? Error;

    /// <summary>io_uring: the kernel said that the socket holds more than it gave.</summary>
    internal bool HasMore;

    /// <summary>io_uring, portable: the connection has ended and is closed, this way, with the last completion.</summary>
    internal bool EndsWithReset;

    /// <summary>
    /// io_uring: the input's own array when the receive in flight writes into that; null when the kernel chooses a buffer.
    /// </summary>
    internal byte[]? ReceiveTarget;
    internal int ReceiveOffset;

    /// <summary>epoll: the socket is registered.</summary>
    internal bool IsWatched;

    /// <summary>epoll: the events that are registered, or will be. io_uring, portable: the operations in flight.</summary>
    internal uint Armed;

    internal ConnectionTimer Timer => _timer;

    internal long PendingBytes => UnsentBytes + Output.Length;

    internal bool IsSending => Sending is not null || File.IsUnderWay;

    /// <summary>Whether another byte from the peer is welcome now.</summary>
    internal bool WantsToReceive => IsLingering || (IsReceivingWanted && Input.HasRoom);

    /// <summary>The same, room or not.</summary>
    internal bool IsReceivingWanted => !IsPaused && !IsPeerClosed && !CloseWanted && !IsHeldBack;

    // Reads pause while writes are behind.
    private bool IsHeldBack => IsSending && UnsentBytes + Output.Length > Acceptor.Options.OutputHighWaterBytes;

    internal void Attach(SocketReactor reactor, Acceptor acceptor, int fd, uint generation)
    {
        if (_core != reactor.Core)
        {
            _core = reactor.Core;
            Reactor = reactor;
            Input = new InputBuffer(_core.Buffers, acceptor.Options.InputLimitBytes);
            Output = new PooledBuffer(_core.Buffers);
        }
        Acceptor = acceptor;
        Fd = fd;
        Generation = generation;
        Input.Limit = acceptor.Options.InputLimitBytes;
        Input.BulkReceiveBytes = 0;
        FlushWanted = CloseWanted = AbortWanted = IsPaused = IsPeerClosed = IsLingering = false;
        IsToldToDrain = HasMore = IsWatched = false;
        Armed = 0;
        Error = null;
        _remote = null;
        _handedBytes = 0;
        IsOpen = true;
    }

    /// <summary>Moves <see cref="Output"/> to <see cref="Sending"/>, of which <paramref name="sent"/> bytes have left already.</summary>
    internal void TakeOutput(int sent)
    {
        SendOffset = sent;
        SendEnd = Output.Length;
        _handedBytes += SendEnd;
        Sending = Output.Detach();
    }

    internal void EndSending()
    {
        if (Sending is not null)
            Core.Buffers.Return(Sending);
        Sending = null;
        SendOffset = SendEnd = 0;
    }

    /// <summary>The file, if there is one, has its turn: everything before it has left.</summary>
    internal void BeginFile() => File.IsUnderWay = File.Left > 0;

    internal void EndFile()
    {
        if (File.Left == 0)
            File.Clear();
    }

    private void RequestSettling()
    {
        if (!IsInCallback && !IsUnsettled && IsOpen)
            Reactor.AddUnsettled(this);
    }
}
