using Stryke.Web.Http.Bodies;

namespace Stryke.Web.Http;

/// <summary>
/// The body of a request. It can be read once, from start to end. A streamed body (<see cref="BodyPlan.Stream"/>) has backpressure: what is
/// not read is not received.
/// </summary>
public abstract class RequestBody
{
    private protected RequestBody() { }

    /// <summary>Length of the body in bytes, from <c>Content-Length</c>; null when it is chunked.</summary>
    public abstract long? Length { get; }

    /// <summary>Bytes read so far.</summary>
    public long Position { get; private protected set; }

    /// <summary>
    /// Reads the bytes that have arrived, or waits for some. The first read sends 100 (Continue) to a client that expects it.
    /// </summary>
    /// <param name="into">Takes the bytes. One read at a time.</param>
    /// <param name="cancellation">Ends the wait. No bytes are lost.</param>
    /// <returns>Bytes read; 0 at the end of the body.</returns>
    /// <exception cref="RequestBodyException">The body is malformed, too large, too slow or cut short.</exception>
    /// <exception cref="InvalidOperationException">Another read is in progress.</exception>
    public abstract ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellation = default);

    /// <summary>The body as a stream: forward only, asynchronous reads only.</summary>
    public Stream AsStream() => new RequestBodyStream(this);
}
