namespace Stryke.Web.Http.Http1;

/// <summary>What an answer says about its connection (RFC 9112 §9.3, §9.6).</summary>
internal enum ConnectionField : byte
{
    /// <summary>Nothing: a connection of HTTP/1.1 stays open by itself.</summary>
    None,

    /// <summary>This is the last answer.</summary>
    Close,

    /// <summary>A client of HTTP/1.0 asked to keep the connection, and may.</summary>
    KeepAlive,
}
