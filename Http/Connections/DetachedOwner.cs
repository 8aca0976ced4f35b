using System.Net;

namespace Stryke.Web.Http.Connections;

/// <summary>
/// The owner of an exchange whose connection has ended while the application still has it: keeps the address of the client.
/// </summary>
internal sealed class DetachedOwner(IExchangeOwner owner) : IExchangeOwner
{
    public IPEndPoint? RemoteEndPoint { get; } = owner.RemoteEndPoint;

    public bool IsEncrypted { get; } = owner.IsEncrypted;

    /// <summary>Nothing is left to do: there is no connection to respond on.</summary>
    public void OnExchangeCompleted() { }
}
