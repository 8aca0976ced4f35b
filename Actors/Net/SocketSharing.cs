namespace Stryke.Web.Actors.Net;

/// <summary>Whether several cores accept from one socket, each by a descriptor of its own.</summary>
internal enum SocketSharing
{
    /// <summary>One core does.</summary>
    Alone,

    /// <summary>Several do; this descriptor stands for the socket where it is counted once.</summary>
    First,

    /// <summary>Several do, and this is another one's descriptor.</summary>
    Further,
}
