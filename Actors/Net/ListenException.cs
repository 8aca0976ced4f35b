using System.Net;
using System.Net.Sockets;

namespace Stryke.Web.Actors.Net;

/// <summary>An address cannot be listened on, for another reason than that somebody does so already.</summary>
public sealed class ListenException(EndPoint endPoint, string reason, SocketError error)
    : IOException($"{endPoint} cannot be listened on: {reason}.")
{
    /// <summary>The address that was asked for; of a Unix socket, its path.</summary>
    public EndPoint EndPoint { get; } = endPoint;

    /// <summary>Why, in the words of the system.</summary>
    public string Reason { get; } = reason;

    /// <summary>Why, as a number.</summary>
    public SocketError Error { get; } = error;
}
