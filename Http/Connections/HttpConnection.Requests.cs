using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

// Reads requests and sends their responses, in order.
internal sealed partial class HttpConnection<TApp, TObserver>
{
    /// <summary>Handles every request that has arrived, in order (RFC 9112 §9.3.2), and sends the responses together.</summary>
    private void Serve()
    {
        while (CanServe && Input.Length > 0)
        {
            var exchange = Exchange;
            if (_served.IsObserved)
            {
                NoteStart(exchange);
            }

            var status = _reader.Read(Input.Array!, Input.Start, Input.End, exchange.Request);
            if (_served.LooksAtHeads && status is ParseStatus.Complete or ParseStatus.Head && TakeHead(exchange) is { } error)
            {
                Refuse(error);
                return;
            }

            if (status == ParseStatus.Complete)
            {
                HandleRequest();
            }
            else if (status == ParseStatus.Head)
            {
                PlanBody();
            }
            else if (status == ParseStatus.Invalid)
            {
                Refuse(_reader.Error!);
                return;
            }
            else
            {
                break;
            }
        }

        if (CanServe)
        {
            AwaitNextRequest();
        }
        else if (!_isClosing && _body is not { IsWaiting: true })
        {
            // The application handles a request, or the client has responses to read: it need not send anything.
            _clock.Stop();
            SetTimer();
        }

        Flush();
    }

    /// <summary>A request with a body: the application says whether it is called before or after the body has come.</summary>
    private void PlanBody()
    {
        var request = _exchange!.Request;
        BodyPlan plan;
        try
        {
            request.IsPlanned = true;
            plan = _served.Application.PlanBody(_exchange);
        }
        catch (Exception fault)
        {
            _reader.DetachBody(request);
            Fail(fault);
            CompleteResponse();
            return;
        }

        long maxBytes = _maxBodyBytes = plan.MaxBytes(_served.Options);
        _expectsContinue = request.Head.Has(HeadFlags.ExpectContinue);
        if (request.Head.ContentLength > maxBytes)
        {
            Refuse(ProtocolErrors.BodyTooLarge);
        }
        else if (plan.IsStreamed)
        {
            BeginBody(maxBytes);
            HandleRequest();
        }
        else
        {
            _reader.BufferBody(request.Head, maxBytes);
        }
    }

    private void HandleRequest()
    {
        var exchange = _exchange!;
        if (_body is null)
        {
            exchange.Begin();
        }
        else
        {
            exchange.Begin(_body);
        }

        try
        {
            if (exchange.Request.IsServerWide)
            {
                ErrorResponses.DescribeServer(exchange.Response);
                exchange.Complete();
            }
            else
            {
                _served.Application.Handle(exchange);
            }
        }
        catch (Exception fault)
        {
            Fail(fault);
        }

        if (exchange.IsInFlight)
        {
            exchange.Defer();
        }
        else
        {
            CompleteResponse();
        }
    }

    private void Fail(Exception fault)
    {
        var exchange = _exchange!;
        exchange.Fail();
        ErrorResponses.Fail(exchange.Response);
        exchange.Response.ClosesConnection = true;
        _served.Options.OnFault(fault, exchange.Request);
    }

    /// <summary>Writes the head of the response. Unless a source has to write the body, the request is finished then.</summary>
    private void CompleteResponse()
    {
        var exchange = _exchange!;
        var head = exchange.Request.Head;
        var response = exchange.Response;
        bool isPeerStaying = head.WantsKeepAlive;

        // RFC 9112 §9.6: a client that says "close" sends no more on this connection. One that had a body to send might: old ones end it
        // with an empty line.
        _isPeerFinished = !isPeerStaying && !head.Has(HeadFlags.Length | HeadFlags.Chunked);
        bool closes =
            --_requestsLeft == 0
            || _isDraining
            || response.ClosesConnection
            || !isPeerStaying
            || (_body is not null && !TryDiscardBody(_body));
        if (response.HasSource)
        {
            BeginStreaming(closes);
            return;
        }

        var framing = new ResponseFraming(
            response.Status,
            head.Verb == HttpVerb.Head,
            response.BodyLength,
            isChunked: false,
            FieldFor(head, closes)
        );
        if (_served.IsObserved)
        {
            NoteEnd(exchange, ExchangeOutcome.Completed, response.Status, framing.CarriesBody ? response.BodyLength : 0);
        }

        response.WriteHead(framing, Core.UtcNowSeconds);
        Finish(closes);
    }

    private static ConnectionField FieldFor(RequestHead head, bool closes) =>
        closes ? ConnectionField.Close
        : head.Version == HttpVersion.Http10 ? ConnectionField.KeepAlive
        : ConnectionField.None;

    /// <summary>The response is written: prepares for the next request.</summary>
    private void Finish(bool closes)
    {
        _exchange!.End();
        _body = null;
        Input.Consume(_reader.MessageLength);
        Input.Limit = _served.InputLimitBytes;
        Input.BulkReceiveBytes = 0;
        _reader.Reset();
        _isOutputFull = PendingOutputBytes > _served.Options.MaxPendingOutputBytes;
        if (closes)
        {
            BeginClosing(lingers: !_isPeerFinished || Input.Length > 0);
        }
    }

    /// <summary>Sets the timer for what the client has to send next.</summary>
    private void AwaitNextRequest()
    {
        if (_isPeerClosed)
        {
            // RFC 9112 §8: a message that was cut short may get a response before the connection closes.
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
            AwaitWholeBody();
        }
        else if (_reader.HasStarted)
        {
            _clock.AwaitHead(Core.NowMs);
        }
        else
        {
            ReturnExchange();
            if (_isDraining)
            {
                // The head of the response was sent already when the server began to stop.
                _clock.AwaitLastRequest(Core.NowMs);
            }
            else
            {
                _clock.AwaitRequest(Core.NowMs, isFirst: false);
            }
        }

        SetTimer();
    }

    private void AwaitWholeBody()
    {
        // The reader bounds what it takes; until then the input may grow with the body.
        Input.Limit = int.MaxValue;
        var request = _exchange!.Request;
        if (Input.Length == request.Head.Length)
        {
            SendContinue();
        }

        Input.Consume(_reader.CloseGap(Input.Array!, Input.Start, request));
        _clock.AwaitBody(Core.NowMs, Input.Length);
    }

    /// <summary>Sends 100 (Continue) once, to a client that expects it before it sends the body (RFC 9110 §10.1.1).</summary>
    private void SendContinue()
    {
        if (_expectsContinue)
        {
            _expectsContinue = false;
            Output.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
        }
    }

    /// <summary>
    /// Refuses a request and closes the connection: what follows cannot be trusted to be a request (RFC 9112 §2.2, §11.2).
    /// </summary>
    private void Refuse(ProtocolError error)
    {
        var exchange = Exchange;
        string? remedy = TellLimit(error, exchange.Request);
        if (exchange.Request.AcceptsProblemDetails)
            ErrorResponses.RefuseAsProblem(exchange.Response, error, remedy);
        else
            ErrorResponses.Refuse(exchange.Response, error, remedy);
        bool isHead = exchange.Request.Head.Verb == HttpVerb.Head;
        if (_served.IsObserved)
        {
            NoteEnd(exchange, ExchangeOutcome.Refused, error.Status, isHead ? 0 : exchange.Response.BodyLength);
        }

        exchange.Response.WriteHead(isHead, ConnectionField.Close, Core.UtcNowSeconds);
        BeginClosing();
    }
}
