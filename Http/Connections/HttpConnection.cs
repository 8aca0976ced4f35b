using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

/// <summary>
/// A connection of HTTP/1.x: takes requests out of its input, one after the other, has each answered, and sends all answers of a batch at
/// once. Reading is the <see cref="RequestReader"/>'s, writing the <see cref="HttpResponse"/>'s, time the <see cref="ConnectionClock"/>'s; here is only
/// the order of things: what happens to a connection in this file, requests and answers in <c>.Requests</c>, bodies that pass through in <c>.Streaming</c>.
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
    private bool _owesContinue;
    private bool _isBehind;
    private bool _isClosing;
    private bool _isDraining;
    private bool _isPeerClosed;
    private bool _isPeerDone;

    public HttpConnection(ServedCore<TApp, TObserver> served)
    {
        _served = served;
        _reader = new RequestReader(served.Options, served.RecentFields);
        _clock = new ConnectionClock(served.Options);
    }

    /// <inheritdoc/>
    public bool IsEncrypted => false;

    /// <summary>Always: what an application may still hold when the connection ends is its exchange, which it then keeps.</summary>
    protected override bool IsReusable => true;

    protected override long IdleSinceMs => _clock.IdleSinceMs;

    protected override string? Activity => _exchange is { IsInFlight: true } exchange ? exchange.Request.Summary : null;

    private bool CanServe => !_isClosing && !_isBehind && !IsAnswering;

    private bool IsAnswering => _exchange is { IsInFlight: true };

    private long PendingOutputBytes => UnsentBytes + Output.Length;

    // An idle connection has no exchange: it takes one with the first byte of a request.
    private HttpExchange Exchange => _exchange ??= _served.Take(this, Output);

    protected override void OnOpened()
    {
        _owesContinue = _isBehind = _isClosing = _isDraining = _isPeerClosed = false;
        _isPeerKnown = false;
        _requestsLeft = _served.Options.MaxRequestsPerConnection;
        _reader.Next();
        _clock.Begin(Core.NowMs);
        SetTimer();
    }

    protected override void OnReceived()
    {
        if (!IsAnswering)
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
        else if (_isBehind && PendingOutputBytes <= _served.Options.MaxPendingOutputBytes)
        {
            _isBehind = false;
            Serve();
        }
    }

    protected override void OnPeerClosed()
    {
        _isPeerClosed = true;
        if (_body is { IsWaiting: true })
        {
            // Otherwise the rest may be here, and the application has not asked for it yet.
            _body.Fail(ProtocolErrors.CutShort);
        }

        if (CanServe)
        {
            Rest();
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
            if (!_clock.IsLookDue(Core.NowMs) || _clock.IsTaking(Core.NowMs, TakenBytes))
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
        // Forgotten first: this object serves other connections, even if the application throws when it is told.
        var (body, stream) = (_body, _stream);
        _body = null;
        _stream = null;
        if (IsAnswering)
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

        LetGo();
    }

    /// <inheritdoc/>
    public void OnExchangeCompleted()
    {
        // Whoever completes may go on, and is not to find itself in the trace of the next request.
        var flow = _served.Options.FollowsTraces ? ExecutionContext.Capture() : null;
        Seal();
        GoOn();
        if (flow is not null)
        {
            ExecutionContext.Restore(flow);
        }
    }

    private void GoOn()
    {
        Serve();
        ResumeReceiving();
    }

    private void LetGo()
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
