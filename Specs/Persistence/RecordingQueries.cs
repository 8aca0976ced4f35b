using System.Collections.Concurrent;
using Stryke.Web.Persistence;

namespace Stryke.Web.Specs.Persistence;

/// <summary>Keeps what it is told of statements, among what others are told.</summary>
internal sealed class RecordingQueries(string name, ConcurrentQueue<string> told) : IQueryObserver
{
    public ConcurrentQueue<QueryEnd> Ended { get; } = [];

    public void OnQueryStarted(in QueryStart query) => told.Enqueue($"{name} started {query.Sql}");

    public void OnQueryEnded(in QueryEnd query)
    {
        told.Enqueue($"{name} ended {query.Query.Sql}");
        Ended.Enqueue(query);
    }
}
