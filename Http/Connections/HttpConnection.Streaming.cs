using Microsoft.Win32.SafeHandles;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Memory;
using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Bodies;
using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http.Connections;

// Streamed bodies: read by the application as they arrive, written by a source while they are sent.
internal sealed partial class HttpConnection<TApp, TObserver> : IBodyTransport, IResponseTransport
{
    Core IBodyTransport.Core => Core;

    InputBuffer IBodyTransport.Input => Input;

    Core IResponseTransport.Core => Core;

    PooledBuffer IResponseTransport.Output => Output;

    long IResponseTransport.PendingBytes => PendingOutputBytes;

    // What a slow reader of a stream costs. More would not make it faster: the kernel has its own.
    int IResponseTransport.MaxPendingBytes => Math.Min(_served.Options.MaxPendingOutputBytes, 64 * 1024);

    void IBodyTransport.AwaitBody(long receivedBytes)
    {
        if (Input.Length == 0)
        {
            SendContinue();
        }

        _clock.AwaitBodyBytes(Core.NowMs, receivedBytes);
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
            // The time of the client begins with the first byte that it has to read.
            SetTimer();
        }

        Flush();
    }

    void IResponseTransport.SendFile(SafeFileHandle file, long offset, long count)
    {
        SetTimer();
        SendFile(file, offset, count);
    }

    /// <summary>Prepares a body that the application reads as it arrives. It stays in the input until it is read.</summary>
    private void BeginBody(long maxBytes)
    {
        var request = _exchange!.Request;
        var head = request.Head;
        request.CopyHead(Core.Buffers);
        Input.Consume(head.Length);
        _reader.DetachBody(request);
        _body = new WireBody(this, head, new BodyDecoder(head, maxBytes, _served.Options.MaxHeadBytes), maxBytes);
        _clock.Stop();
    }

    /// <summary>Discards the rest of a body. True when all of it has arrived, so that the next request can follow.</summary>
    private static bool TryDiscardBody(WireBody body)
    {
        Span<byte> scratch = stackalloc byte[512];
        bool isDone = body.TryDiscardRest(scratch);
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
        response.WriteHead(framing, Core.UtcNowSeconds);
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
            EndStreaming(exchange, _stream, closes, DisposeSource(source, null));
        }
        else
        {
            AwaitSource(writing, source, exchange, _stream, closes);
        }
    }

    // Not awaited. What it throws itself, because OnFault has thrown, goes to the core.
    private async void AwaitSource(ValueTask writing, ResponseSource source, HttpExchange exchange, ResponseStream stream, bool closes)
    {
        Exception? fault = null;
        try
        {
            // Continues on the core.
            await writing;
        }
        catch (Exception thrown)
        {
            fault = thrown;
        }

        EndStreaming(exchange, stream, closes, DisposeSource(source, fault));
        if (stream.IsOpen)
        {
            Resume();
        }
    }

    /// <returns>The first fault of the source.</returns>
    private static Exception? DisposeSource(ResponseSource source, Exception? fault)
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

    /// <summary>
    /// The source has ended. A response that is not whole closes the connection, so that the client does not take it for whole.
    /// </summary>
    private void EndStreaming(HttpExchange exchange, ResponseStream stream, bool closes, Exception? fault)
    {
        if (!stream.IsOpen)
        {
            // The client has disconnected before: an error of the source is a consequence.
            return;
        }

        if (fault is null && !stream.IsWhole)
        {
            fault = new InvalidOperationException(
                $"The source of the response wrote {stream.BytesWritten} bytes, fewer than it had announced."
            );
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

        // First, so that the connection ends even if OnFault throws.
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
