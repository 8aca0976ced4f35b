using System.Net;

namespace Stryke.Web.Actors.Net;

/// <summary>
/// An address that the system listens on: one socket per core (SO_REUSEPORT), among which the kernel spreads connections.
/// </summary>
public sealed class Listener
{
    private readonly (Core Core, Acceptor Acceptor)[] _parts;

    internal Listener(IPEndPoint endPoint, (Core, Acceptor)[] parts)
    {
        EndPoint = endPoint;
        _parts = parts;
    }

    /// <summary>The address; its port is the one that the kernel chose when 0 was asked for.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Accepts no more. Connections that were already made are kept.</summary>
    public Task StopAsync() =>
        Task.WhenAll(_parts.Select(part => part.Core.Run(() =>
        {
            part.Acceptor.Close();
            return true;
        })));
}
