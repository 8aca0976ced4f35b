using System.Net;

namespace Stryke.Web.Actors.Net;

/// <summary>What one core accepts from: a descriptor or, on the portable backend, the socket that all cores share.</summary>
/// <param name="Core">The core's index.</param>
/// <param name="Fd">The descriptor, which the core closes.</param>
/// <param name="EndPoint">Where it listens.</param>
/// <param name="Sharing">Whether the socket is other cores', too.</param>
/// <param name="IsExternallyOwned">See <see cref="ListenTarget.IsExternallyOwned"/>.</param>
/// <param name="Shared">Portable: the socket, in place of a descriptor.</param>
internal readonly record struct ListenSocket(
    int Core,
    int Fd,
    EndPoint EndPoint,
    SocketSharing Sharing,
    bool IsExternallyOwned = false,
    SharedListenSocket? Shared = null
);
