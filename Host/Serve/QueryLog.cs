using Stryke.Web.Middleware.Logging;
using Stryke.Web.Persistence;

namespace Stryke.Web.Host.Serve;

/// <summary>Tells the log of each statement: <c>[log] queries</c>.</summary>
internal sealed class QueryLog(LogWriter log) : QueryObserver
{
    public override void OnRan(in QueryRun run) => log.WriteQuery(run.Sql, run.Elapsed, run.Rows, isFailed: run.Fault is not null);
}
