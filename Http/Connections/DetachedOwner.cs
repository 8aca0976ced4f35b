using System.Net;

namespace Stryke.Web.Http.Connections;

/// <summary>What is left of a connection for an application that has not finished with its request: who asked, and how.</summary>
internal sealed class DetachedOwner(IExchangeOwner owner) : IExchangeOwner
{
    public IPEndPoint? RemoteEndPoint { get; } = owner.RemoteEndPoint;

    public bool IsEncrypted { get; } = owner.IsEncrypted;

    /// <summary>There is nobody to answer any more.</summary>
    public void OnExchangeCompleted() { }
}
