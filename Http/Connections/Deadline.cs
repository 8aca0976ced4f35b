namespace Stryke.Web.Http.Connections;

/// <summary>What a connection's timer is waiting for.</summary>
internal enum Deadline : byte
{
    /// <summary>Nothing: the application has the request, or the connection is closing.</summary>
    None,

    /// <summary>The first byte of the next request. Silence until then is no fault, and ends silently.</summary>
    Idle,

    /// <summary>The rest of a head: 408.</summary>
    Head,

    /// <summary>The rest of a body: 408.</summary>
    Body,
}
