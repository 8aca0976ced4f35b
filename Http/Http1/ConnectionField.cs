namespace Stryke.Web.Http.Http1;

/// <summary>What a response says about its connection (RFC 9112 §9.3, §9.6).</summary>
internal enum ConnectionField : byte
{
    /// <summary>Nothing: a connection of HTTP/1.1 persists by default.</summary>
    None,

    /// <summary>This is the last response.</summary>
    Close,

    /// <summary>A client of HTTP/1.0 asked to keep the connection.</summary>
    KeepAlive,
}
