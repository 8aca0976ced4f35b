using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>The body of a request cannot be read. An action that does not catch it responds with <see cref="Status"/>.</summary>
public sealed class RequestBodyException : IOException
{
    /// <summary>For code that reads a body and cannot accept it.</summary>
    /// <param name="status">The status of the response.</param>
    /// <param name="message">Why, in a sentence that the client sees.</param>
    public RequestBodyException(int status, string message)
        : base(message) => Status = status;

    internal RequestBodyException(ProtocolError error, long? maxBodyBytes = null)
        : base(error.ToString())
    {
        Status = error.Status;
        Limit = error.Limit is { } limit ? new LimitReached(limit, limit == RequestLimit.BodyBytes ? maxBodyBytes : null) : null;
    }

    /// <summary>The status of the response: 400 malformed or cut short, 408 too slow, 413 too large, 431 trailer too large.</summary>
    public int Status { get; }

    /// <summary>The limit that was exceeded; null when that was not the reason.</summary>
    public LimitReached? Limit { get; init; }
}
