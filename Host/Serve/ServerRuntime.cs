using System.Diagnostics;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Services;
using Stryke.Web.Actors.Startup;
using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Config;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Host.Serve;

/// <summary>What an app that serves runs on: its cores, its services and its log. Requests come on top of them.</summary>
internal sealed class ServerRuntime
{
    private static readonly TimeSpan LogTimeout = TimeSpan.FromSeconds(2);

    private readonly BootedApp _app;

    private ServerRuntime(BootedApp app, LogWriter log, ActorSystem system)
    {
        (_app, Log, System) = (app, log, system);
        Services = new AppServices(app, system, log);
    }

    public LogWriter Log { get; }

    public ActorSystem System { get; }

    /// <summary>What works beside the requests.</summary>
    public AppServices Services { get; }

    /// <summary>Opens the log and starts the cores. No service has started yet.</summary>
    /// <exception cref="StartException">The log cannot be opened, or the backend is not available.</exception>
    public static ServerRuntime Start(BootedApp app)
    {
        var log = new LogWriter(LogOutput.Open(app.Settings.Log, app.Context), app.Settings.Log.Format) { SourceRoot = app.SourceRoot };
        return new ServerRuntime(app, log, StartCores(app.Settings.Runtime, log));
    }

    /// <summary>
    /// Accepts no more, lets requests in flight finish, stops the services, ends the cores and writes what is left of the log. Requests and
    /// services together have <c>shutdown_timeout</c>.
    /// </summary>
    /// <returns>What it could not wait for, which it has told.</returns>
    public ServerStop Stop() => Stop(_app.Settings.Server.ShutdownTimeout);

    /// <summary>The same when the app does not come to listen: there are no requests to wait for.</summary>
    public void StopUnserved() => Stop(TimeSpan.Zero);

    private ServerStop Stop(TimeSpan timeForRequests)
    {
        long askedAt = Stopwatch.GetTimestamp();
        var settings = _app.Settings;
        IReadOnlyList<ServiceFault> failed = [];
        void StopServices() => failed = Services.Stop(settings.Server.ShutdownTimeout - Stopwatch.GetElapsedTime(askedAt));
        var report = System.StopAsync(timeForRequests, StopServices).GetAwaiter().GetResult();
        var stop = new ServerStop(report, failed);
        foreach (string line in StopMessage.Of(stop, settings.Server))
        {
            Log.Write(line);
            if (settings.Log.File != LogSettings.StandardError)
                Shutdown.WriteLine(_app.Context, line);
        }

        // A reader of the log that has stopped reading must not keep the app from stopping.
        Log.Flush(LogTimeout);
        return stop;
    }

    private static ActorSystem StartCores(RuntimeSettings runtime, LogWriter log)
    {
        try
        {
            return ActorSystem.Start(
                new ActorSystemOptions
                {
                    Backend = runtime.Backend,
                    Cpus = CpuChoice.Of(runtime.Cores),
                    StallMs = (int)runtime.Watchdog.TotalMilliseconds,
                    TrimMs = (int)runtime.Trim.TotalMilliseconds,
                    OnStall = stall => log.Write(StallMessage.Of(stall)),

                    // What an action threw is in the log already, with its request.
                    OnFault = (fault, where) =>
                    {
                        if (fault is not ActionException)
                            log.Write($"Fault in {where}", fault);
                    },
                }
            );
        }
        catch (PlatformNotSupportedException refused)
        {
            const string Remedy = "The backend is set in config/server.toml, [runtime]; \"auto\" chooses the best that is available.";
            throw new StartException($"{refused.Message}\n{Remedy}", ExitCodes.Unavailable);
        }
    }
}
