namespace Stryke.Web.Actors;

/// <summary>The life of an actor's cell.</summary>
internal enum ActorState
{
    /// <summary>Made, possibly on another thread; its core has not seen it.</summary>
    New,

    /// <summary>Handles messages.</summary>
    Running,

    /// <summary>Waits for its restart; messages wait too.</summary>
    Suspended,

    /// <summary>Stops when the present message is done.</summary>
    Stopping,

    /// <summary>Handles nothing any more.</summary>
    Stopped,
}
