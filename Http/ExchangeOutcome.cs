namespace Stryke.Web.Http;

/// <summary>How an exchange ended.</summary>
public enum ExchangeOutcome : byte
{
    /// <summary>The answer was given to the connection, whole. Whether the client read it nobody knows.</summary>
    Completed,

    /// <summary>
    /// The server itself refused the request; the application was not asked, or had only been asked how it wants the body.
    /// </summary>
    Refused,

    /// <summary>The head of the answer was sent, and its body broke off: the client left, was too slow, or the source failed.</summary>
    Aborted,

    /// <summary>The connection ended before an answer.</summary>
    Abandoned,
}
