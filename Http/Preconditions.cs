namespace Stryke.Web.Http;

/// <summary>The conditional fields of a request, in the order of RFC 9110 §13.2.2.</summary>
public static class Preconditions
{
    /// <summary>Evaluates the conditions of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tag">The entity tag of the representation; empty when it has none.</param>
    /// <param name="lastModified">When it last changed; null when that is not known.</param>
    /// <returns>200, 304 (the client has it) or 412 (it is not what the client expects).</returns>
    public static int Evaluate(HttpRequest request, ReadOnlySpan<byte> tag, DateTimeOffset? lastModified)
    {
        ArgumentNullException.ThrowIfNull(request);
        var fields = request.Headers;
        if (fields.TryGet("If-Match"u8, out var match))
        {
            if (!EntityTags.Has(match, tag, isStrong: true))
            {
                return 412;
            }
        }
        else if (fields.TryGet("If-Unmodified-Since"u8, out var unmodified) && IsLater(lastModified, unmodified) == true)
        {
            return 412;
        }

        if (fields.TryGet("If-None-Match"u8, out var known))
        {
            return !EntityTags.Has(known, tag) ? 200
                : request.Verb is HttpVerb.Get or HttpVerb.Head ? 304
                : 412;
        }

        return
            request.Verb is HttpVerb.Get or HttpVerb.Head
            && fields.TryGet("If-Modified-Since"u8, out var since)
            && IsLater(lastModified, since) == false
            ? 304
            : 200;
    }

    // Whole seconds, as the fields have them. Null when one of the dates is invalid or missing: the condition is ignored then.
    private static bool? IsLater(DateTimeOffset? lastModified, ReadOnlySpan<byte> date) =>
        lastModified is { } time && HttpDate.TryParse(date, out var limit) ? time.ToUnixTimeSeconds() > limit.ToUnixTimeSeconds() : null;
}
