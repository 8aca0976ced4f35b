using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

/// <summary>
/// A connection of HTTP/1.x: takes whole requests out of its input, one after the other, has each answered, and sends all answers of a batch at
/// once. Reading is the <see cref="RequestReader"/>'s, writing the <see cref="HttpResponse"/>'s, time the <see cref="ConnectionClock"/>'s; here is only
/// the order of things.
/// </summary>
internal sealed class HttpConnection<TApp> : ConnectionActor, IExchangeOwner
    where TApp : struct, IHttpApplication
{
    private readonly ServedCore<TApp> _served;
    private HttpExchange _exchange = null!;
    private RequestReader _reader;
    private ConnectionClock _clock;
    private bool _isBehind;
    private bool _isClosing;
    private bool _isDraining;
    private bool _isPeerClosed;

    public HttpConnection(ServedCore<TApp> served)
    {
        _served = served;
        _reader = new RequestReader(served.Options);
        _clock = new ConnectionClock(served.Options);
    }

    /// <inheritdoc/>
    public bool IsEncrypted => false;

    /// <summary>Not while an application may still hold the exchange.</summary>
    protected override bool IsReusable => !_exchange.IsAbandoned;

    private bool CanServe => !_isClosing && !_isBehind && !_exchange.IsInFlight;

    protected override void OnOpened()
    {
        _exchange ??= new HttpExchange(Core, this, new HttpResponse(Output, Core.Buffers, _served.Heads));
        _isBehind = _isClosing = _isDraining = _isPeerClosed = false;
        _reader.Next(_exchange.Request);
        _clock.AwaitRequest(Core.NowMs, isFirst: true);
        SetTimer();
    }

    protected override void OnReceived()
    {
        if (_exchange.IsInFlight)
        {
            // Receiving may have moved the bytes that the request is a view of.
            _exchange.Request.Bind(Input.Array!, Input.Start);
            return;
        }

        Serve();
    }

    protected override void OnSent()
    {
        if (_isBehind)
        {
            _isBehind = false;
            Serve();
        }
    }

    protected override void OnPeerClosed()
    {
        _isPeerClosed = true;
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
            BeginClosing();
        }
    }

    protected override void OnTimeout()
    {
        if (UnsentBytes > 0)
        {
            if (_clock.HasProgress(UnsentBytes))
            {
                SetTimeout(_served.Options.WriteTimeoutMs);
            }
            else
            {
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
        else
        {
            Refuse(_clock.Deadline == Deadline.Head ? ProtocolErrors.HeadTimeout : ProtocolErrors.BodyTimeout);
        }
    }

    protected override void OnClosed(Exception? error)
    {
        if (_exchange.IsInFlight)
        {
            _exchange.Abandon();
            return;
        }

        _exchange.Response.Release();
        _exchange.Request.Reset();
        _exchange.Request.Head.Trim();
    }

    /// <inheritdoc/>
    public void OnExchangeCompleted()
    {
        Seal();
        Serve();
        ResumeReceiving();
    }

    /// <summary>Answers every whole request that has arrived, in order (RFC 9112 §9.3.2), and sends the answers together.</summary>
    private void Serve()
    {
        while (CanServe && Input.Length > 0)
        {
            var status = _reader.Read(Input.Array!, Input.Start, Input.End, _exchange.Request);
            if (status == ParseStatus.Invalid)
            {
                Refuse(_reader.Error!);
                return;
            }

            if (status == ParseStatus.Incomplete)
            {
                break;
            }

            Answer();
        }

        if (CanServe)
        {
            Rest();
        }
        else if (!_isClosing)
        {
            // The application has the request, or the client has answers to take: it owes nothing but to take them.
            _clock.Stop();
            SetTimer();
        }

        Flush();
    }

    private void Answer()
    {
        _exchange.Begin();
        try
        {
            if (_exchange.Request.RawPath[0] == '*')
            {
                ErrorAnswers.DescribeServer(_exchange.Response);
                _exchange.Complete();
            }
            else
            {
                _served.Application.Handle(_exchange);
            }
        }
        catch (Exception fault)
        {
            Fail(fault);
        }

        if (_exchange.IsInFlight)
        {
            _exchange.Defer();
        }
        else
        {
            Seal();
        }
    }

    private void Fail(Exception fault)
    {
        _exchange.Fail();
        ErrorAnswers.Fail(_exchange.Response);
        _exchange.Response.ClosesConnection = true;
        _served.Options.OnFault(fault, _exchange.Request);
    }

    /// <summary>The answer is given: its head is composed, and the request is done with.</summary>
    private void Seal()
    {
        var head = _exchange.Request.Head;
        var closes = _isDraining || _exchange.Response.ClosesConnection || !head.WantsKeepAlive;
        var field = closes ? ConnectionField.Close
            : head.Version == HttpVersion.Http10 ? ConnectionField.KeepAlive
            : ConnectionField.None;
        _exchange.Response.Seal(head.Verb == HttpVerb.Head, field, Core.UtcNowSeconds);
        _exchange.End();
        Input.Consume(_reader.MessageLength);
        Input.Limit = _served.InputLimitBytes;
        _reader.Next(_exchange.Request);
        _isBehind = UnsentBytes + Output.Length > _served.Options.MaxPendingOutputBytes;
        if (closes)
        {
            BeginClosing();
        }
    }

    /// <summary>Nothing to do until the client sends more.</summary>
    private void Rest()
    {
        if (_isPeerClosed)
        {
            // RFC 9112 §8: a message that was cut short may be answered before the connection closes.
            if (_reader.HasStarted)
            {
                Refuse(ProtocolErrors.CutShort);
            }
            else
            {
                BeginClosing();
            }

            return;
        }

        if (_reader.IsInBody)
        {
            AwaitBody();
        }
        else if (_reader.HasStarted)
        {
            _clock.AwaitHead(Core.NowMs);
        }
        else
        {
            _clock.AwaitRequest(Core.NowMs, isFirst: false);
        }

        SetTimer();
    }

    private void AwaitBody()
    {
        // The reader bounds what it takes; until then the input may grow with the body.
        Input.Limit = int.MaxValue;
        if (_reader.ShouldContinue(Input.Length, _exchange.Request.Head))
        {
            Output.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
        }

        Input.Consume(_reader.CloseGap(Input.Array!, Input.Start, _exchange.Request));
        _clock.AwaitBody(Core.NowMs, Input.Length);
    }

    /// <summary>Answers what is no acceptable request. Nothing after it can be trusted to be one (RFC 9112 §2.2, §11.2).</summary>
    private void Refuse(ProtocolError error)
    {
        ErrorAnswers.Refuse(_exchange.Response, error);
        _exchange.Response.Seal(_exchange.Request.Head.Verb == HttpVerb.Head, ConnectionField.Close, Core.UtcNowSeconds);
        BeginClosing();
    }

    private void BeginClosing()
    {
        _isClosing = true;
        _clock.Stop();
        SetTimer();
        Close();
    }

    private void SetTimer() => SetTimeout(_clock.DelayMs(Core.NowMs));
}
