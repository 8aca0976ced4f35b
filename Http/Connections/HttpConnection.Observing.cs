using System.Diagnostics;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

// Who is at the other end, and telling how exchanges ended. Costs a comparison where nobody asked for either.
internal sealed partial class HttpConnection<TApp, TObserver>
{
    private bool _isPeerKnown;
    private bool _isPeerTrusted;

    /// <summary>A part of a request is about to be read.</summary>
    private void NoteStart(HttpExchange exchange)
    {
        if (exchange.StartedAt != 0)
        {
            return;
        }

        exchange.StartedAt = Stopwatch.GetTimestamp();

        // Asked for now: of a client that has left the kernel tells nothing.
        _ = RemoteEndPoint;
    }

    private void NoteEnd(HttpExchange exchange, ExchangeOutcome outcome, int status, long bodyBytesSent) =>
        NoteEnd(exchange, outcome, status, bodyBytesSent, _body);

    private void NoteEnd(HttpExchange exchange, ExchangeOutcome outcome, int status, long bodyBytesSent, RequestBody? body)
    {
        if (!exchange.IsAnnounced)
        {
            // Its head never came.
            Announce(exchange);
        }

        long received = body?.Position ?? exchange.Request.Body.Length;
        var end = new ExchangeEnd(outcome, status, bodyBytesSent, received, exchange.StartedAt);
        exchange.StartedAt = 0;
        exchange.IsAnnounced = false;
        _served.Observer.OnExchangeEnded(exchange, end);
    }

    private void Announce(HttpExchange exchange)
    {
        exchange.IsAnnounced = true;
        _served.Observer.OnExchangeStarted(exchange);
    }

    /// <summary>A refusal for a limit is told.</summary>
    /// <returns>What is added to the answer.</returns>
    private string? TellLimit(ProtocolError error, HttpRequest request)
    {
        if (error.Limit is not { } limit || _served.Options.OnLimit is not { } tell)
        {
            return null;
        }

        // With its body too large or too slow, the request has a head; otherwise it has not come so far.
        return limit is RequestLimit.BodyBytes or RequestLimit.BodyTime
            ? tell(new LimitReached(limit, limit == RequestLimit.BodyBytes ? _maxBodyBytes : null), request)
            : tell(new LimitReached(limit), null);
    }

    /// <summary>The connection has ended under the application.</summary>
    private void NoteLost(HttpExchange exchange, WireBody? body, ResponseStream? stream)
    {
        if (stream is null)
        {
            NoteEnd(exchange, ExchangeOutcome.Abandoned, 0, 0, body);
        }
        else
        {
            NoteEnd(exchange, ExchangeOutcome.Aborted, exchange.StreamedStatus, Math.Max(0, stream.BytesWritten - LostBytes), body);
        }
    }

    /// <summary>The connection has ended with a request half read.</summary>
    private void NoteUnread(HttpExchange exchange)
    {
        if (_reader.HasStarted && !_isClosing)
        {
            NoteEnd(exchange, ExchangeOutcome.Abandoned, 0, 0);
        }
    }

    /// <summary>The head of a request is there. Asked again when its body is.</summary>
    /// <returns>Null, or why the request is refused.</returns>
    private ProtocolError? TakeHead(HttpExchange exchange)
    {
        if (_served.TrustedPeers is not null && TakeForwarded(exchange.Request) is { } error)
        {
            return error;
        }

        if (_served.IsObserved && !exchange.IsAnnounced)
        {
            Announce(exchange);
        }

        exchange.EnterTrace();
        return null;
    }

    /// <summary>What a trusted proxy says of its client counts.</summary>
    private ProtocolError? TakeForwarded(HttpRequest request)
    {
        if (!_isPeerKnown)
        {
            _isPeerKnown = true;
            _isPeerTrusted = _served.TrustedPeers!.Has(RemoteEndPoint, IsUnixSocket);
        }

        return _isPeerTrusted && !request.IsFromProxy ? request.TakeForwarded(_served.Options.Proxies!, _served.TrustedPeers!) : null;
    }
}
