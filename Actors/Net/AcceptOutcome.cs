namespace Stryke.Web.Actors.Net;

/// <summary>How a listening socket was left after accepting from it.</summary>
internal enum AcceptOutcome : byte
{
    /// <summary>Nobody waits.</summary>
    Emptied,

    /// <summary>As many were accepted as a turn may take; others may wait.</summary>
    MayHaveMore,

    /// <summary>There are no descriptors. Whoever waited was answered, as far as that is possible.</summary>
    NoDescriptors,

    /// <summary>The kernel has no memory for a connection.</summary>
    NoMemory,
}
