namespace Stryke.Web.Http;

/// <summary>How an exchange ended.</summary>
public enum ExchangeOutcome : byte
{
    /// <summary>The whole response was written to the connection. Whether the client has read it is not known.</summary>
    Completed,

    /// <summary>
    /// The server itself refused the request; the application was not asked, or had only been asked how it wants the body.
    /// </summary>
    Refused,

    /// <summary>
    /// The head of the response was sent, and its body was cut short: the client disconnected, was too slow, or the source failed.
    /// </summary>
    Aborted,

    /// <summary>The connection ended before a response.</summary>
    Abandoned,
}
