using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;

namespace Stryke.Web.Http.Bodies;

/// <summary>What a streamed body needs of its connection. For the connection's core only.</summary>
internal interface IBodyTransport
{
    /// <summary>The connection's core.</summary>
    Core Core { get; }

    /// <summary>Where the body arrives, from the first unread byte on.</summary>
    InputBuffer Input { get; }

    /// <summary>The application waits for more: gives leave to send where that was asked for, receives, and minds the time.</summary>
    /// <param name="receivedBytes">Bytes of the body that have come so far.</param>
    void AwaitBody(long receivedBytes);

    /// <summary>The wait is over.</summary>
    void BodyArrived();

    /// <summary>The application has taken bytes, so there is room for others.</summary>
    void BodyTaken();
}
