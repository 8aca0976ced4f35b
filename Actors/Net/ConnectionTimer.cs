using Stryke.Web.Actors.Timers;

namespace Stryke.Web.Actors.Net;

/// <summary>A connection's one deadline: the application's timeout, and after the close the end of lingering.</summary>
internal sealed class ConnectionTimer(ConnectionActor connection) : TimerEntry
{
    protected internal override void OnElapsed() => connection.Reactor.TimeOut(connection);
}
