using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>The body of a request cannot be read on. Let through by an action, it is answered with <see cref="Status"/>.</summary>
public sealed class RequestBodyException : IOException
{
    /// <summary>For whoever reads a body on behalf of an application and finds that it cannot be accepted.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="message">Why, in a sentence that the client may read.</param>
    public RequestBodyException(int status, string message)
        : base(message) => Status = status;

    internal RequestBodyException(ProtocolError error, long? maxBodyBytes = null)
        : base(error.ToString())
    {
        Status = error.Status;
        Limit = error.Limit is { } limit ? new LimitReached(limit, limit == RequestLimit.BodyBytes ? maxBodyBytes : null) : null;
    }

    /// <summary>The status of the answer: 400 malformed or cut short, 408 too slow, 413 too large, 431 too large a trailer.</summary>
    public int Status { get; }

    /// <summary>The limit that was the reason; null for another one.</summary>
    public LimitReached? Limit { get; init; }
}
