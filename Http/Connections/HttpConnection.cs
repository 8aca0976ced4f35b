using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

/// <summary>
/// A connection of HTTP/1.x. It reads requests one after another, has each handled, and sends the responses of a batch together.
/// <see cref="RequestReader"/> reads, <see cref="HttpResponse"/> writes, <see cref="ConnectionClock"/> measures time. This class keeps the
/// order: the life of a connection in this file, requests and responses in <c>.Requests</c>, streamed bodies in <c>.Streaming</c>.
/// </summary>
internal sealed partial class HttpConnection<TApp, TObserver> : ConnectionActor, IExchangeOwner
    where TApp : struct, IHttpApplication
    where TObserver : struct, IExchangeObserver
{
    private readonly ServedCore<TApp, TObserver> _served;
    private HttpExchange? _exchange;
    private WireBody? _body;
    private ResponseStream? _stream;
    private RequestReader _reader;
    private ConnectionClock _clock;
    private int _requestsLeft;
    private long _maxBodyBytes;
    private bool _expectsContinue;
    private bool _isOutputFull;
    private bool _isClosing;
    private bool _isDraining;
    private bool _isPeerClosed;
    private bool _isPeerFinished;

    public HttpConnection(ServedCore<TApp, TObserver> served)
    {
        _served = served;
        _reader = new RequestReader(served.Options, served.RecentFields);
        _clock = new ConnectionClock(served.Options);
    }

    /// <inheritdoc/>
    public bool IsEncrypted => false;

    /// <summary>Always: when the connection ends, an application may still hold its exchange, which is not reused.</summary>
    protected override bool IsReusable => true;

    protected override long IdleSinceMs => _clock.IdleSinceMs;

    protected override string? Activity => _exchange is { IsInFlight: true } exchange ? exchange.Request.Summary : null;

    private bool CanServe => !_isClosing && !_isOutputFull && !IsHandling;

    private bool IsHandling => _exchange is { IsInFlight: true };

    private long PendingOutputBytes => UnsentBytes + Output.Length;

    // An idle connection has no exchange: it takes one with the first byte of a request.
    private HttpExchange Exchange => _exchange ??= _served.Take(this, Output);

    protected override void OnOpened()
    {
        _expectsContinue = _isOutputFull = _isClosing = _isDraining = _isPeerClosed = false;
        _isPeerKnown = false;
        _requestsLeft = _served.Options.MaxRequestsPerConnection;
        _reader.Reset();
        _clock.Begin(Core.NowMs);
        SetTimer();
    }

    protected override void OnReceived()
    {
        if (!IsHandling)
        {
            Serve();
        }
        else if (_body is not null)
        {
            _body.OnReceived();
        }
        else
        {
            // Receiving may have moved the bytes that the request is a view of.
            _exchange!.Request.Bind(Input.Array!, Input.Start);
        }
    }

    protected override void OnSent()
    {
        if (_stream is not null)
        {
            _stream.OnSent();
        }
        else if (_isOutputFull && PendingOutputBytes <= _served.Options.MaxPendingOutputBytes)
        {
            _isOutputFull = false;
            Serve();
        }
    }

    protected override void OnPeerClosed()
    {
        _isPeerClosed = true;
        if (_body is { IsWaiting: true })
        {
            // Otherwise the rest may have arrived, and the application has not read it yet.
            _body.Fail(ProtocolErrors.CutShort);
        }

        if (CanServe)
        {
            AwaitNextRequest();
        }
    }

    protected override void OnDraining()
    {
        _isDraining = true;
        if (CanServe && !_reader.HasStarted)
        {
            _clock.AwaitLastRequest(Core.NowMs);
            SetTimer();
        }
    }

    protected override void OnTimeout()
    {
        if (UnsentBytes > 0)
        {
            if (!_clock.IsCheckDue(Core.NowMs) || _clock.IsKeepingUp(Core.NowMs, TakenBytes))
            {
                SetTimer();
            }
            else
            {
                _served.Options.OnLimit?.Invoke(new LimitReached(RequestLimit.ResponseTime), null);
                Abort();
            }
        }
        else if (!_clock.IsDue(Core.NowMs))
        {
            SetTimer();
        }
        else if (_clock.Deadline == Deadline.Idle)
        {
            BeginClosing();
        }
        else if (_body is not null)
        {
            _body.Fail(ProtocolErrors.BodyTimeout);
        }
        else
        {
            Refuse(_clock.Deadline == Deadline.Head ? ProtocolErrors.HeadTimeout : ProtocolErrors.BodyTimeout);
        }
    }

    protected override void OnClosed(Exception? error)
    {
        // Reset first: this object is reused for other connections, even if the application throws here.
        var (body, stream) = (_body, _stream);
        _body = null;
        _stream = null;
        if (IsHandling)
        {
            var exchange = _exchange!;
            _exchange = null;
            exchange.Abandon();
            if (_served.IsObserved)
            {
                NoteLost(exchange, body, stream);
            }

            body?.Fail(ProtocolErrors.CutShort);
            stream?.Abort();
        }
        else if (_served.IsObserved && _exchange is { } unread)
        {
            NoteUnread(unread);
        }

        ReturnExchange();
    }

    /// <inheritdoc/>
    public void OnExchangeCompleted()
    {
        // Whoever completes may go on, and is not to find itself in the trace of the next request.
        var flow = _served.Options.FollowsTraces ? ExecutionContext.Capture() : null;
        CompleteResponse();
        Resume();
        if (flow is not null)
        {
            ExecutionContext.Restore(flow);
        }
    }

    private void Resume()
    {
        Serve();
        ResumeReceiving();
    }

    private void ReturnExchange()
    {
        if (_exchange is { } exchange)
        {
            _exchange = null;
            _served.Return(exchange);
        }
    }

    private void BeginClosing(bool lingers = true)
    {
        _isClosing = true;
        _clock.Stop();
        SetTimer();
        Close(lingers);
    }

    private void SetTimer() => SetTimeout(_clock.DelayMs(Core.NowMs, UnsentBytes > 0));
}
