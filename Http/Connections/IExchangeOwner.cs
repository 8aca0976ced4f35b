using System.Net;

namespace Stryke.Web.Http.Connections;

/// <summary>What an exchange needs from its connection.</summary>
internal interface IExchangeOwner
{
    /// <summary>Address of the other end; null where there is none.</summary>
    IPEndPoint? RemoteEndPoint { get; }

    /// <summary>True when the connection is encrypted.</summary>
    bool IsEncrypted { get; }

    /// <summary>A deferred exchange was completed, on the core.</summary>
    void OnExchangeCompleted();
}
