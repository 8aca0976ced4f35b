namespace Stryke.Web.Http;

/// <summary>The request methods that Stryke Web knows (RFC 9110 §9, RFC 5789 for PATCH).</summary>
public enum HttpVerb : byte
{
    /// <summary>No method, or one that is not in this list.</summary>
    Unknown,

    /// <summary>GET: safe, idempotent.</summary>
    Get,

    /// <summary>HEAD: GET without the body of the response.</summary>
    Head,

    /// <summary>POST.</summary>
    Post,

    /// <summary>PUT: idempotent.</summary>
    Put,

    /// <summary>PATCH.</summary>
    Patch,

    /// <summary>DELETE: idempotent.</summary>
    Delete,

    /// <summary>OPTIONS: safe, idempotent.</summary>
    Options,

    /// <summary>TRACE: safe, idempotent.</summary>
    Trace,

    /// <summary>CONNECT. An origin server has no tunnel to offer; the connection refuses it with 501.</summary>
    Connect,
}
