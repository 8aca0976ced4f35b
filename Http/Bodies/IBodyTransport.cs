using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;

namespace Stryke.Web.Http.Bodies;

/// <summary>What a streamed request body needs from its connection. For the core of the connection only.</summary>
internal interface IBodyTransport
{
    /// <summary>The connection's core.</summary>
    Core Core { get; }

    /// <summary>Where the body arrives, from the first unread byte on.</summary>
    InputBuffer Input { get; }

    /// <summary>The application waits for more: sends 100 (Continue) if that is expected, receives, and starts the time-out.</summary>
    /// <param name="receivedBytes">Bytes of the body received so far.</param>
    void AwaitBody(long receivedBytes);

    /// <summary>The wait is over.</summary>
    void BodyArrived();

    /// <summary>The application has read bytes, so there is room for others.</summary>
    void BodyTaken();
}
