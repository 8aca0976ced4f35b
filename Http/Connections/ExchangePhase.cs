namespace Stryke.Web.Http.Connections;

/// <summary>Where an exchange stands.</summary>
internal enum ExchangePhase : byte
{
    /// <summary>Between requests.</summary>
    Idle,

    /// <summary>The application is being called and has not answered.</summary>
    Handling,

    /// <summary>The application returned without an answer; it comes later.</summary>
    Deferred,

    /// <summary>The answer is given and not yet sealed.</summary>
    Completed,

    /// <summary>The head of the response is written, and its source writes the body.</summary>
    Streaming,

    /// <summary>The connection ended before the answer.</summary>
    Abandoned,
}
