namespace Stryke.Web.Http;

/// <summary>Between <see cref="HttpVerb"/> and the method token on the wire. Tokens are case-sensitive (RFC 9110 §9.1).</summary>
public static class HttpVerbs
{
    /// <summary>The verb for a method token.</summary>
    /// <param name="token">A method token in the case it was sent in, such as <c>GET</c>.</param>
    /// <returns>The verb, or <see cref="HttpVerb.Unknown"/>.</returns>
    public static HttpVerb Parse(ReadOnlySpan<byte> token) =>
        token.Length switch
        {
            3 => token.SequenceEqual("GET"u8) ? HttpVerb.Get
            : token.SequenceEqual("PUT"u8) ? HttpVerb.Put
            : HttpVerb.Unknown,
            4 => token.SequenceEqual("POST"u8) ? HttpVerb.Post
            : token.SequenceEqual("HEAD"u8) ? HttpVerb.Head
            : HttpVerb.Unknown,
            5 => token.SequenceEqual("PATCH"u8) ? HttpVerb.Patch
            : token.SequenceEqual("TRACE"u8) ? HttpVerb.Trace
            : HttpVerb.Unknown,
            6 => token.SequenceEqual("DELETE"u8) ? HttpVerb.Delete : HttpVerb.Unknown,
            7 => token.SequenceEqual("OPTIONS"u8) ? HttpVerb.Options
            : token.SequenceEqual("CONNECT"u8) ? HttpVerb.Connect
            : HttpVerb.Unknown,
            _ => HttpVerb.Unknown,
        };

    /// <summary>The method token of a verb, for example <c>GET</c>; empty for <see cref="HttpVerb.Unknown"/>.</summary>
    public static ReadOnlySpan<byte> Token(HttpVerb verb) =>
        verb switch
        {
            HttpVerb.Get => "GET"u8,
            HttpVerb.Head => "HEAD"u8,
            HttpVerb.Post => "POST"u8,
            HttpVerb.Put => "PUT"u8,
            HttpVerb.Patch => "PATCH"u8,
            HttpVerb.Delete => "DELETE"u8,
            HttpVerb.Options => "OPTIONS"u8,
            HttpVerb.Trace => "TRACE"u8,
            HttpVerb.Connect => "CONNECT"u8,
            _ => default,
        };

    /// <summary>The method token as text, without allocating; empty for <see cref="HttpVerb.Unknown"/>.</summary>
    public static string Name(HttpVerb verb) =>
        verb switch
        {
            HttpVerb.Get => "GET",
            HttpVerb.Head => "HEAD",
            HttpVerb.Post => "POST",
            HttpVerb.Put => "PUT",
            HttpVerb.Patch => "PATCH",
            HttpVerb.Delete => "DELETE",
            HttpVerb.Options => "OPTIONS",
            HttpVerb.Trace => "TRACE",
            HttpVerb.Connect => "CONNECT",
            _ => "",
        };

    /// <summary>True for the methods that ask for no change of state (RFC 9110 §9.2.1): GET, HEAD, OPTIONS, TRACE.</summary>
    public static bool IsSafe(HttpVerb verb) => verb is HttpVerb.Get or HttpVerb.Head or HttpVerb.Options or HttpVerb.Trace;
}
