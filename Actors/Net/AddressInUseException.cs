using System.Net;

namespace Stryke.Web.Actors.Net;

/// <summary>Another program listens on the address already.</summary>
public sealed class AddressInUseException(EndPoint endPoint) : IOException($"{endPoint} is already in use.")
{
    /// <summary>The address that was asked for; of a Unix socket, its path.</summary>
    public EndPoint EndPoint { get; } = endPoint;
}
