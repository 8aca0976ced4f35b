using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Stryke.Web.Host;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Serve;
using Stryke.Web.Persistence;
using Stryke.Web.Security;
using Stryke.Web.Specs.Compiler.Mistakes;
using Stryke.Web.Specs.Http.Connections;

namespace Stryke.Web.Specs.Host.Observing;

/// <summary>A whole app from source, compiled by every generator and served by the host, whose observers tell what they are told.</summary>
internal sealed class ObservedApp : IDisposable
{
    private readonly TestLaunch _launch;
    private readonly Assembly _app;
    private readonly Server _server;
    private readonly Database _database;
    private readonly MemoryStream _log = new();

    private ObservedApp(string observers, params (string Name, string Text)[] variables)
    {
        _app = WholeApp
            .Correct.With("config/Observers.cs", observers)
            .With("lib/Lab.cs", ObservedAppFiles.Classes)
            .With("app/controllers/WorkController.cs", ObservedAppFiles.Controller)
            .With(
                "config/Routes.cs",
                "Get(\"/about\", Home.About);",
                """
                Get("/about", Home.About);
                        Get("/plain", Work.Plain);
                        Get("/measure", Work.Measure);
                        Get("/queries", Work.Queries);
                        Get("/hold", Work.Hold);
                        Get("/broken", Work.Broken);
                        Get("/job", Work.Job);
                """
            )
            .Load();
        _launch = new TestLaunch([("PORT", "0"), ("STRYKE_RUNTIME__CORES", "1"), ("STRYKE_DATABASE", "notes.sqlite3"), .. variables]);
        var application = (WebApplication)Activator.CreateInstance(_app.GetType("Blog.Application")!)!;
        var booted = BootedApp.Start(application, _launch.Context with { Log = Stream.Synchronized(_log) });
        _database = AppDatabase.Open(booted);
        _database.Execute("CREATE TABLE notes (n INTEGER)").GetAwaiter().GetResult();
        Lab.GetField("Database")!.SetValue(null, _database);
        _server = Server.Start(booted, KeyRing.Ephemeral(), ListenPlan.Decide(booted, [], []), _database, CancellationToken.None);
    }

    /// <summary>What the observers were told, in order.</summary>
    public List<(string Who, string What, string Trace, string Detail)> Told =>
        [.. (ConcurrentQueue<(string, string, string, string)>)Lab.GetField("Told")!.GetValue(null)!];

    /// <summary>What the core had allocated at the last two requests of <c>/measure</c>.</summary>
    public long[] Allocated => (long[])Lab.GetField("Allocated")!.GetValue(null)!;

    private Type Lab => _app.GetType("Blog.Lab")!;

    /// <summary>An app with observers that tell everything, behind one that throws.</summary>
    public static ObservedApp Recording() => new(ObservedAppFiles.Recording);

    /// <summary>An app in production with two observers that count, and no log.</summary>
    public static ObservedApp Counting() =>
        new(ObservedAppFiles.Counting, ("STRYKE_ENV", "production"), ("STRYKE_SECRET_KEY", new string('k', 64)));

    public Task<TestClient> ConnectAsync() => TestClient.ConnectAsync(_server.EndPoint);

    /// <summary>What the observers were told once it is so much of a kind; more is a mistake that the caller finds.</summary>
    public async Task<List<(string Who, string What, string Trace, string Detail)>> TellsOf(string what, int count)
    {
        for (int waitedMs = 0; waitedMs < 30_000; waitedMs += 5)
        {
            if (Told.Count(told => told.What == what) >= count)
                return Told;
            await Task.Delay(5);
        }

        throw new TimeoutException($"{what} was told fewer than {count} times: {string.Join(", ", Told)}");
    }

    /// <summary>Stops the app.</summary>
    /// <returns>Its log.</returns>
    public string Stop()
    {
        _server.Stop();
        return Encoding.UTF8.GetString(_log.ToArray());
    }

    public void Dispose()
    {
        _server.Stop();
        _database.Dispose();
        _launch.Dispose();
    }
}
