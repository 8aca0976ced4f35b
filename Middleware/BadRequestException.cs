using Stryke.Web.Http;

namespace Stryke.Web.Middleware;

/// <summary>The request cannot be understood: it is answered with 400 and this message, which the visitor may read.</summary>
/// <param name="message">What is wrong with the request, in a sentence.</param>
public sealed class BadRequestException(string message) : Exception(message)
{
    /// <summary>The limit that was the reason; null for another one.</summary>
    public LimitReached? Limit { get; init; }
}
