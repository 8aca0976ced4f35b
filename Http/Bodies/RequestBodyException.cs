using Stryke.Web.Http.Http1;

namespace Stryke.Web.Http;

/// <summary>The body of a request cannot be read on. Let through by an action, it is answered with <see cref="Status"/>.</summary>
public sealed class RequestBodyException : IOException
{
    internal RequestBodyException(ProtocolError error) : base(error.ToString()) => Status = error.Status;

    /// <summary>The status of the answer: 400 malformed or cut short, 408 too slow, 413 too large, 431 too large a trailer.</summary>
    public int Status { get; }
}
