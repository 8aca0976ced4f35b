namespace Stryke.Web.Http;

/// <summary>
/// A body that is written while it is sent, in place of one that is whole before: <see cref="HttpResponse.SetSource"/>. When the exchange completes, the
/// head goes out and the source is asked to write.
/// </summary>
public abstract class ResponseSource : IDisposable
{
    /// <summary>
    /// Bytes that will be written, exactly. Null when it is not known: the answer is chunked then (RFC 9112 §7.1), or ends with the connection
    /// for a client of HTTP/1.0.
    /// </summary>
    public virtual long? Length => null;

    /// <summary>Writes the body. Called once, on the connection's core; not at all where there is to be none (HEAD, 304).</summary>
    /// <param name="stream">Takes the body; writing to it waits for a client that is slower.</param>
    /// <param name="aborted">Cancelled when the connection has ended: nobody reads any more.</param>
    public abstract ValueTask WriteTo(ResponseStream stream, CancellationToken aborted);

    /// <summary>Gives back what the source holds. Called once, whatever becomes of the answer.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the source holds.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing) { }
}
