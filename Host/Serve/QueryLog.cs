using Stryke.Web.Middleware.Logging;
using Stryke.Web.Persistence;

namespace Stryke.Web.Host.Serve;

/// <summary>Tells the log of each statement: <c>[log] queries</c>.</summary>
internal sealed class QueryLog(LogWriter log) : IQueryObserver
{
    public void OnQueryStarted(in QueryStart query) { }

    public void OnQueryEnded(in QueryEnd query) =>
        log.WriteQuery(query.Query.Sql, query.Elapsed, query.Rows, isFailed: query.Fault is not null, query.Query.Trace);
}
