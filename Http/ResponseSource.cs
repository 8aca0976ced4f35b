namespace Stryke.Web.Http;

/// <summary>
/// Writes the body of a response while it is sent (<see cref="HttpResponse.SetSource"/>). When the exchange completes, the head is sent and
/// the source is called.
/// </summary>
public abstract class ResponseSource : IDisposable
{
    /// <summary>
    /// The exact number of bytes that will be written. Null when it is not known: the response is chunked then (RFC 9112 §7.1), or ends
    /// with the connection for a client of HTTP/1.0.
    /// </summary>
    public virtual long? Length => null;

    /// <summary>Writes the body. Called once, on the core of the connection, and not for a response without a body (HEAD, 304).</summary>
    /// <param name="stream">Takes the body. Writing to it waits when the client is slower.</param>
    /// <param name="aborted">Cancelled when the connection has ended.</param>
    public abstract ValueTask WriteTo(ResponseStream stream, CancellationToken aborted);

    /// <summary>Releases what the source holds. Called once, in any case.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the source holds.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing) { }
}
