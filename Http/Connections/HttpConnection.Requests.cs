using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

// Requests in, answers out, in order.
internal sealed partial class HttpConnection<TApp, TObserver>
{
    /// <summary>Answers every request that has arrived, in order (RFC 9112 §9.3.2), and sends the answers together.</summary>
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
                Answer();
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
            Rest();
        }
        else if (!_isClosing && _body is not { IsWaiting: true })
        {
            // The application has the request, or the client has answers to take: it owes nothing but to take them.
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
            plan = _served.Application.PlanBody(request);
        }
        catch (Exception fault)
        {
            _reader.LeaveBody(request);
            Fail(fault);
            Seal();
            return;
        }

        long maxBytes = _maxBodyBytes = plan.MaxBytes(_served.Options);
        _owesContinue = request.Head.Has(HeadFlags.ExpectContinue);
        if (request.Head.ContentLength > maxBytes)
        {
            Refuse(ProtocolErrors.BodyTooLarge);
        }
        else if (plan.IsStreamed)
        {
            BeginBody(maxBytes);
            Answer();
        }
        else
        {
            _reader.Buffer(request.Head, maxBytes);
        }
    }

    private void Answer()
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
            if (exchange.Request.IsForServer)
            {
                ErrorAnswers.DescribeServer(exchange.Response);
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
            Seal();
        }
    }

    private void Fail(Exception fault)
    {
        var exchange = _exchange!;
        exchange.Fail();
        ErrorAnswers.Fail(exchange.Response);
        exchange.Response.ClosesConnection = true;
        _served.Options.OnFault(fault, exchange.Request);
    }

    /// <summary>The answer is given: its head is composed, and unless a source has to write the body, the request is done with.</summary>
    private void Seal()
    {
        var exchange = _exchange!;
        var head = exchange.Request.Head;
        var response = exchange.Response;
        bool isPeerStaying = head.WantsKeepAlive;

        // RFC 9112 §9.6: a client that says "close" sends no more on this connection. One that had a body to send might: old ones end it with an empty line.
        _isPeerDone = !isPeerStaying && !head.Has(HeadFlags.Length | HeadFlags.Chunked);
        bool closes =
            --_requestsLeft == 0 || _isDraining || response.ClosesConnection || !isPeerStaying || (_body is not null && !IsBodyDone(_body));
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

        response.Seal(framing, Core.UtcNowSeconds);
        Finish(closes);
    }

    private static ConnectionField FieldFor(RequestHead head, bool closes) =>
        closes ? ConnectionField.Close
        : head.Version == HttpVersion.Http10 ? ConnectionField.KeepAlive
        : ConnectionField.None;

    /// <summary>The answer is written: on to the next request.</summary>
    private void Finish(bool closes)
    {
        _exchange!.End();
        _body = null;
        Input.Consume(_reader.MessageLength);
        Input.Limit = _served.InputLimitBytes;
        Input.Bulk = 0;
        _reader.Next();
        _isBehind = PendingOutputBytes > _served.Options.MaxPendingOutputBytes;
        if (closes)
        {
            BeginClosing(lingers: !_isPeerDone || Input.Length > 0);
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
            AwaitWholeBody();
        }
        else if (_reader.HasStarted)
        {
            _clock.AwaitHead(Core.NowMs);
        }
        else
        {
            LetGo();
            if (_isDraining)
            {
                // The answer was under way, with its head sent, when the stop came.
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
            GiveLeave();
        }

        Input.Consume(_reader.CloseGap(Input.Array!, Input.Start, request));
        _clock.AwaitBody(Core.NowMs, Input.Length);
    }

    /// <summary>Once, when the client waits for leave to send its body (RFC 9110 §10.1.1) and none of it has come.</summary>
    private void GiveLeave()
    {
        if (_owesContinue)
        {
            _owesContinue = false;
            Output.Write("HTTP/1.1 100 Continue\r\n\r\n"u8);
        }
    }

    /// <summary>Answers what is no acceptable request. Nothing after it can be trusted to be one (RFC 9112 §2.2, §11.2).</summary>
    private void Refuse(ProtocolError error)
    {
        var exchange = Exchange;
        string? remedy = TellLimit(error, exchange.Request);
        if (exchange.Request.TakesProblems)
            ErrorAnswers.RefuseAsProblem(exchange.Response, error, remedy);
        else
            ErrorAnswers.Refuse(exchange.Response, error, remedy);
        bool isHead = exchange.Request.Head.Verb == HttpVerb.Head;
        if (_served.IsObserved)
        {
            NoteEnd(exchange, ExchangeOutcome.Refused, error.Status, isHead ? 0 : exchange.Response.BodyLength);
        }

        exchange.Response.Seal(isHead, ConnectionField.Close, Core.UtcNowSeconds);
        BeginClosing();
    }
}
