using Stryke.Web.Actors;
using Stryke.Web.Actors.Jobs;
using Stryke.Web.Host.Boot;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Persistence;

namespace Stryke.Web.Host.Serve;

/// <summary>
/// Connects those who are told of queries and jobs: the log of queries first, then the app's observers. Of exchanges the
/// generated listener tells them.
/// </summary>
internal sealed class Observation(BootedApp app, LogWriter log, ObserverSet? observers)
{
    /// <summary>Whether somebody wants to know for which request a query is run.</summary>
    public bool FollowsTraces => observers is IQueryObserver || (LogsQueries && log.Format == LogFormat.Json);

    private bool LogsQueries => app.Settings.Log.Queries;

    public void Attach(ActorSystem system) => system.JobObserver = observers as IJobObserver;

    public void Attach(Database database)
    {
        if (LogsQueries)
            database.Observe(new QueryLog(log));
        if (observers is IQueryObserver queries)
            database.Observe(queries);
    }
}
