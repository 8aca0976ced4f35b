using System.Net;

namespace Stryke.Web.Actors.Net;

/// <summary>Another program listens on the address already.</summary>
public sealed class AddressInUseException(IPEndPoint endPoint) : IOException($"{endPoint} is already in use.")
{
    /// <summary>The address that was asked for.</summary>
    public IPEndPoint EndPoint { get; } = endPoint;
}
