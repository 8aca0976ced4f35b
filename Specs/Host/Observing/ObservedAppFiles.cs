namespace Stryke.Web.Specs.Host.Observing;

/// <summary>The files of an app that observes itself: what its observers are told is kept in <c>Lab</c>.</summary>
internal static class ObservedAppFiles
{
    public const string Recording = """
        namespace Blog;

        public sealed class Observers : ObserverList
        {
            protected override void Draw()
            {
                Observe<Failing>();
                Observe<First>();
                Observe<Second>();
                Observe<QueriesOnly>();
            }
        }
        """;

    public const string Counting = """
        namespace Blog;

        public sealed class Observers : ObserverList
        {
            protected override void Draw()
            {
                Observe<Requests>();
                Observe<Bytes>();
            }
        }
        """;

    public const string Classes = """
        using System.Collections.Concurrent;
        using Stryke.Web.Actors.Jobs;
        using Stryke.Web.Actors.Tracing;

        namespace Blog;

        public static class Lab
        {
            public static readonly ConcurrentQueue<(string Who, string What, string Trace, string Detail)> Told = new();
            public static readonly long[] Allocated = new long[2];
            public static Database Database = null!;

            public static void Tell(string who, string what, TraceContext trace, string detail) =>
                Told.Enqueue((who, what, trace.ToString(), detail));
        }

        public abstract class Recorder(string name) : IExchangeObserver, IQueryObserver, IJobObserver
        {
            public void OnExchangeStarted(HttpExchange exchange) => Lab.Tell(name, "exchange started", exchange.Request.Trace, "");

            public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) =>
                Lab.Tell(name, "exchange ended", exchange.Request.Trace, $"{end.Outcome} {end.Status} {exchange.Request.Handler}");

            public void OnQueryStarted(in QueryStart query) => Lab.Tell(name, "query started", query.Trace, query.Sql);

            public void OnQueryEnded(in QueryEnd query) => Lab.Tell(name, "query ended", query.Query.Trace, query.Query.Sql);

            public void OnJobStarted(in JobStart job) => Lab.Tell(name, "job started", job.Trace, $"{job.Name} {job.Id} {job.Attempt}");

            public void OnJobEnded(in JobEnd job) => Lab.Tell(name, "job ended", job.Job.Trace, $"{job.Outcome}");
        }

        public sealed class First() : Recorder("first");

        public sealed class Second() : Recorder("second");

        public sealed class QueriesOnly : IQueryObserver
        {
            public void OnQueryStarted(in QueryStart query) => Lab.Tell("queries only", "query started", query.Trace, query.Sql);

            public void OnQueryEnded(in QueryEnd query) => Lab.Tell("queries only", "query ended", query.Query.Trace, query.Query.Sql);
        }

        public sealed class Failing : IExchangeObserver, IQueryObserver, IJobObserver
        {
            public void OnExchangeStarted(HttpExchange exchange) => throw new InvalidOperationException("observer");

            public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) => throw new InvalidOperationException("observer");

            public void OnQueryStarted(in QueryStart query) => throw new InvalidOperationException("observer");

            public void OnQueryEnded(in QueryEnd query) => throw new InvalidOperationException("observer");

            public void OnJobStarted(in JobStart job) => throw new InvalidOperationException("observer");

            public void OnJobEnded(in JobEnd job) => throw new InvalidOperationException("observer");
        }

        public sealed class Requests : IExchangeObserver
        {
            private long _started;
            private long _ended;

            public void OnExchangeStarted(HttpExchange exchange) => Interlocked.Increment(ref _started);

            public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) => Interlocked.Increment(ref _ended);
        }

        public sealed class Bytes : IExchangeObserver
        {
            private long _sent;
            private ulong _span;

            public void OnExchangeStarted(HttpExchange exchange) => _span ^= exchange.Request.Trace.SpanId;

            public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) => Interlocked.Add(ref _sent, end.BodyBytesSent);
        }
        """;

    public const string Controller = """
        using Stryke.Web.Actors;
        using Stryke.Web.Actors.Jobs;

        namespace Blog;

        public sealed partial class WorkController : Controller
        {
            public Result Plain() => Text("plain");

            public Result Measure()
            {
                Lab.Allocated[0] = Lab.Allocated[1];
                Lab.Allocated[1] = GC.GetAllocatedBytesForCurrentThread();
                return Text("plain");
            }

            public async Task<Result> Queries()
            {
                string trace = Request.Trace.ToString();
                await Lab.Database.Execute("UPDATE notes SET n = 1");
                await Task.Yield();
                await Task.Run(() => Lab.Database.Execute("UPDATE notes SET n = 2"));
                await Lab.Database.Execute("UPDATE notes SET n = 3");
                return Text(trace);
            }

            public async Task<Result> Hold()
            {
                await new TaskCompletionSource().Task;
                return Text("never");
            }

            public Result Broken() => Stream(async (stream, aborted) =>
            {
                await stream.WriteAsync(new byte[100], aborted);
                await Lab.Database.Execute("UPDATE notes SET n = 4");
                throw new InvalidOperationException("boom");
            });

            public async Task<Result> Job()
            {
                await ObservedJob.Run(
                    Core.Current!.System.JobObserver, "Mail", 7, 1, Request.Trace,
                    async _ => await Lab.Database.Execute("UPDATE notes SET n = 5"), CancellationToken.None);
                return Text("done");
            }
        }
        """;
}
