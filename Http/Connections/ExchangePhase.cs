namespace Stryke.Web.Http.Connections;

/// <summary>Where an exchange stands.</summary>
internal enum ExchangePhase : byte
{
    /// <summary>Between requests.</summary>
    Idle,

    /// <summary>The application is being called and has not completed the exchange.</summary>
    Handling,

    /// <summary>The application has returned and completes the exchange later.</summary>
    Deferred,

    /// <summary>The response is complete, and its head is not yet written.</summary>
    Completed,

    /// <summary>The head of the response is written, and its source writes the body.</summary>
    Streaming,

    /// <summary>The connection ended before the response.</summary>
    Abandoned,
}
