using System.Threading.Tasks.Sources;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Bodies;

/// <summary>
/// A body that is read from the connection as the application asks for it. What the application does not take stays in the connection's
/// input, which stops receiving when it is full: that is all the backpressure there is.
/// </summary>
internal sealed class WireBody : RequestBody, IValueTaskSource<int>
{
    private const int LeastRoom = BufferPool.SmallestBytes;
    private const int MostRoom = 64 * 1024;

    private readonly IBodyTransport _transport;
    private readonly Core _core;
    private readonly long _maxBytes;
    private BodyDecoder _decoder;
    private ManualResetValueTaskSourceCore<int> _read;
    private CancellationTokenRegistration _cancellation;
    private Memory<byte> _into;
    private ProtocolError? _fault;

    // A client that fills the room it is given gets more the next time. One that does not is waited for with no more than an idle
    // connection has.
    private int _room = LeastRoom;

    public WireBody(IBodyTransport transport, RequestHead head, BodyDecoder decoder, long maxBytes)
    {
        _maxBytes = maxBytes;
        _transport = transport;
        _core = transport.Core;
        _decoder = decoder;
        Length = head.Has(HeadFlags.Chunked) ? null : head.ContentLength;
    }

    public override long? Length { get; }

    /// <summary>True while the application waits for the client.</summary>
    public bool IsWaiting { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellation = default)
    {
        if (Core.Current != _core)
        {
            return ReadFromOtherThread(into, cancellation);
        }

        if (IsWaiting)
        {
            throw new InvalidOperationException("Another read of this request's body is under way.");
        }

        cancellation.ThrowIfCancellationRequested();
        if (into.IsEmpty)
        {
            return new(0);
        }

        if (TryTake(into.Span, out int taken))
        {
            return new(taken);
        }

        _into = into;
        IsWaiting = true;
        _read.Reset();
        _cancellation = cancellation.UnsafeRegister(static (body, token) => ((WireBody)body!).Cancel(token), this);
        Await();
        return new(this, _read.Version);
    }

    /// <summary>Bytes have come.</summary>
    public void OnReceived()
    {
        int came = _transport.Input.Length;
        _room =
            came >= _room ? Math.Min(_room * 4, MostRoom)
            : came < _room / 4 ? LeastRoom
            : _room;
        _transport.Input.BulkReceiveBytes = Bulk;
        if (!IsWaiting)
        {
            return;
        }

        try
        {
            if (TryTake(_into.Span, out int taken))
            {
                EndWait();
                _read.SetResult(taken);
            }
            else
            {
                // Only a part of a chunk's frame: the client has to go on.
                Await();
            }
        }
        catch (RequestBodyException refused)
        {
            EndWait();
            _read.SetException(refused);
        }
    }

    /// <summary>Nothing more will come.</summary>
    public void Fail(ProtocolError error)
    {
        _fault ??= error;
        if (IsWaiting)
        {
            EndWait();
            _read.SetException(new RequestBodyException(_fault, _maxBytes));
        }
    }

    /// <summary>Drops what has come. True when that was all the rest: the connection can go on with the next request.</summary>
    public bool TryDiscardRest(Span<byte> scratch)
    {
        while (_decoder.Take(_transport.Input, scratch) > 0) { }

        return _decoder.IsAtEnd;
    }

    int IValueTaskSource<int>.GetResult(short token) => _read.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _read.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _read.OnCompleted(continuation, state, token, flags);

    private bool TryTake(Span<byte> into, out int taken)
    {
        taken = _fault is null ? _decoder.Take(_transport.Input, into) : 0;
        if (taken > 0)
        {
            Position += taken;
            _transport.BodyTaken();
            return true;
        }

        return (_fault ??= _decoder.Error) is { } error ? throw new RequestBodyException(error, _maxBytes) : _decoder.IsAtEnd;
    }

    private int Bulk => _room > LeastRoom ? _room : 0;

    private void Await()
    {
        // What is unread is a part of the framing of a chunk, and must stay in front of its rest.
        _transport.Input.BulkReceiveBytes = _transport.Input.Length == 0 ? Bulk : 0;
        _transport.AwaitBody(Position);
    }

    private void EndWait()
    {
        IsWaiting = false;
        _into = default;
        _cancellation.Dispose();
        _cancellation = default;
        _transport.BodyArrived();
    }

    private void Cancel(CancellationToken token) =>
        _core.Post(() =>
        {
            if (IsWaiting)
            {
                EndWait();
                _read.SetException(new OperationCanceledException(token));
            }
        });

    private async ValueTask<int> ReadFromOtherThread(Memory<byte> into, CancellationToken cancellation) =>
        await (await _core.Run(() => ReadOnCore(into, cancellation).AsTask()).ConfigureAwait(false)).ConfigureAwait(false);

    // What is posted to a core that has ended runs on another thread, where the connection cannot be used.
    private ValueTask<int> ReadOnCore(Memory<byte> into, CancellationToken cancellation) =>
        Core.Current == _core ? ReadAsync(into, cancellation) : throw new RequestBodyException(ProtocolErrors.CutShort);
}
