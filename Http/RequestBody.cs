using Stryke.Web.Http.Bodies;

namespace Stryke.Web.Http;

/// <summary>
/// The body of a request, to be read from start to end, once. Where it was streamed (<see cref="BodyPlan.Stream"/>), what is not read is not received:
/// the client is held back by its window.
/// </summary>
public abstract class RequestBody
{
    private protected RequestBody() { }

    /// <summary>Bytes of the whole body, as <c>Content-Length</c> says; null when the client did not say (chunked).</summary>
    public abstract long? Length { get; }

    /// <summary>Bytes that were read so far.</summary>
    public long Position { get; private protected set; }

    /// <summary>
    /// Reads what is there, or waits for something to come. The first read of a client that asked for leave (<c>Expect: 100-continue</c>) gives it.
    /// </summary>
    /// <param name="into">Takes the bytes; no other read may be under way.</param>
    /// <param name="cancellation">Ends the wait; nothing is lost.</param>
    /// <returns>Bytes read; 0 at the end of the body.</returns>
    /// <exception cref="RequestBodyException">The body cannot be had: malformed, too large, too slow, cut short.</exception>
    /// <exception cref="InvalidOperationException">Another read is under way.</exception>
    public abstract ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellation = default);

    /// <summary>The body as a stream for what wants one: forward only, asynchronous reads only.</summary>
    public Stream AsStream() => new RequestBodyStream(this);
}
