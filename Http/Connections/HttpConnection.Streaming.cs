using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

// Bodies that pass through: read by the application as they arrive, written by a source while they leave.
internal sealed partial class HttpConnection<TApp, TObserver> : IBodyTransport, IResponseTransport
{
    Core IBodyTransport.Core => Core;

    InputBuffer IBodyTransport.Input => Input;

    Core IResponseTransport.Core => Core;

    OutputBuffer IResponseTransport.Output => Output;

    long IResponseTransport.PendingBytes => PendingOutputBytes;

    // What a slow reader of a stream costs. More would not make it faster: the kernel has its own.
    int IResponseTransport.MaxPendingBytes => Math.Min(_served.Options.MaxPendingOutputBytes, 64 * 1024);

    void IBodyTransport.AwaitBody(long receivedBytes)
    {
        if (Input.Length == 0)
        {
            GiveLeave();
        }

        _clock.AwaitMore(Core.NowMs, receivedBytes);
        SetTimer();
        Flush();
        ResumeReceiving();
        if (_isPeerClosed)
        {
            _body!.Fail(ProtocolErrors.CutShort);
        }
    }

    void IBodyTransport.BodyArrived()
    {
        _clock.EndWait(Core.NowMs);
        SetTimer();
    }

    void IBodyTransport.BodyTaken() => ResumeReceiving();

    void IResponseTransport.SendWritten()
    {
        if (UnsentBytes == 0)
        {
            // The client's time begins with what it has to take.
            SetTimer();
        }

        Flush();
    }

    void IResponseTransport.SendFile(SafeFileHandle file, long offset, long count)
    {
        SetTimer();
        SendFile(file, offset, count);
    }

    /// <summary>The application is called with the head, and the body stays in the input until it is asked for.</summary>
    private void BeginBody(long maxBytes)
    {
        var request = _exchange!.Request;
        var head = request.Head;
        request.KeepHead(Core.Buffers);
        Input.Consume(head.Length);
        _reader.LeaveBody(request);
        _body = new WireBody(this, head, new BodyDecoder(head, maxBytes, _served.Options.MaxHeadBytes), maxBytes);
        _clock.Stop();
    }

    /// <summary>True when the next request can follow: what is left of the body is here, and is dropped.</summary>
    private static bool IsBodyDone(WireBody body)
    {
        Span<byte> scratch = stackalloc byte[512];
        bool isDone = body.TryDropRest(scratch);
        body.Fail(ProtocolErrors.CutShort);
        return isDone;
    }

    /// <summary>Sends the head and lets the source write.</summary>
    private void BeginStreaming(bool closes)
    {
        var exchange = _exchange!;
        var head = exchange.Request.Head;
        var response = exchange.Response;
        var source = response.TakeSource()!;
        bool isChunked = source.Length is null && head.Version == HttpVersion.Http11;
        var framing = new ResponseFraming(response.Status, head.Verb == HttpVerb.Head, source.Length, isChunked, ConnectionField.None);

        // RFC 9112 §6.3: without a length and without chunks the body ends with the connection.
        closes |= framing.CarriesBody && source.Length is null && !isChunked;
        framing = new ResponseFraming(response.Status, head.Verb == HttpVerb.Head, source.Length, isChunked, FieldFor(head, closes));
        exchange.StreamedStatus = response.Status;
        response.Seal(framing, Core.UtcNowSeconds);
        if (!framing.CarriesBody)
        {
            if (_served.IsObserved)
            {
                NoteEnd(exchange, ExchangeOutcome.Completed, exchange.StreamedStatus, 0);
            }

            source.Dispose();
            Finish(closes);
            return;
        }

        exchange.BeginStreaming();
        _stream = new ResponseStream(this, source.Length, isChunked);
        _clock.Stop();
        SetTimer();
        Flush();
        exchange.EnterTrace();
        ValueTask writing;
        try
        {
            writing = source.WriteTo(_stream, _stream.Aborted);
        }
        catch (Exception fault)
        {
            writing = ValueTask.FromException(fault);
        }

        if (writing.IsCompletedSuccessfully)
        {
            EndStreaming(exchange, _stream, closes, PutAway(source, null));
        }
        else
        {
            AwaitSource(writing, source, exchange, _stream, closes);
        }
    }

    // Nobody awaits it: what it throws itself, because whoever is told of a fault has failed too, goes to the core.
    private async void AwaitSource(ValueTask writing, ResponseSource source, HttpExchange exchange, ResponseStream stream, bool closes)
    {
        Exception? fault = null;
        try
        {
            // Brought home by the core's context.
            await writing;
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        EndStreaming(exchange, stream, closes, PutAway(source, fault));
        if (stream.IsOpen)
        {
            GoOn();
        }
    }

    /// <returns>The first fault of the source.</returns>
    private static Exception? PutAway(ResponseSource source, Exception? fault)
    {
        try
        {
            source.Dispose();
        }
        catch (Exception thrown)
        {
            fault ??= thrown;
        }

        return fault;
    }

    /// <summary>The source has done what it could. An answer that is not whole ends the connection: the client must not take it for whole.</summary>
    private void EndStreaming(HttpExchange exchange, ResponseStream stream, bool closes, Exception? fault)
    {
        if (!stream.IsOpen)
        {
            // The client went first; what the source then ran into is no news.
            return;
        }

        if (fault is null && !stream.IsWhole)
        {
            fault = new InvalidOperationException($"The answer's source wrote {stream.BytesWritten} bytes, fewer than it had announced.");
        }

        _stream = null;
        if (fault is null)
        {
            if (_served.IsObserved)
            {
                NoteEnd(exchange, ExchangeOutcome.Completed, exchange.StreamedStatus, stream.BytesWritten);
            }

            stream.End();
            Finish(closes);
            return;
        }

        if (_served.IsObserved)
        {
            NoteEnd(exchange, ExchangeOutcome.Aborted, exchange.StreamedStatus, Math.Max(0, stream.BytesWritten - PendingOutputBytes));
        }

        // The end comes first: no connection is to hang, whatever becomes of those who are told.
        _isClosing = true;
        Abort();
        try
        {
            _served.Options.OnFault(fault, exchange.Request);
        }
        finally
        {
            exchange.End();
            stream.Abort();
        }
    }
}
