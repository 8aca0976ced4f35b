namespace Stryke.Web.Http;

/// <summary>The protocol version that a request was sent in.</summary>
public enum HttpVersion : byte
{
    /// <summary>HTTP/1.0 (RFC 1945): the connection closes after the response unless the client asks to keep it.</summary>
    Http10,

    /// <summary>HTTP/1.1 (RFC 9112).</summary>
    Http11,
}
