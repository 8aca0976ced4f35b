using System.Diagnostics;
using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Actors.Services;
using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Config;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Serve;

/// <summary>An app that listens: its cores, its listener, and what all its requests share.</summary>
internal sealed class Server
{
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(2);

    private readonly BootedApp _app;
    private readonly ActorSystem _system;
    private readonly Listener _listener;
    private readonly bool _isActivated;
    private readonly LogWriter _log;

    private Server(BootedApp app, ActorSystem system, Listener listener, bool isActivated, LogWriter log, AppServices services)
    {
        _isActivated = isActivated;
        _app = app;
        _system = system;
        _listener = listener;
        _log = log;
        Services = services;
    }

    /// <summary>What works beside the requests.</summary>
    public AppServices Services { get; }

    /// <summary>What it listens on.</summary>
    public Listener Listener => _listener;

    /// <summary>Writes a line into the log.</summary>
    public void Tell(string line) => _log.Write(line);

    /// <summary>Writes a line into the log for each statement.</summary>
    public QueryLog QueryLog => new(_log);

    /// <summary>The first IP address that it listens on.</summary>
    public IPEndPoint EndPoint => _listener.EndPoint;

    /// <summary>
    /// The line that is printed when the app answers: <c>Blog on http://127.0.0.1:3000 (development, 2 cores, io_uring)</c>, with all addresses.
    /// When it was started with sockets, which win over the settings, it says so.
    /// </summary>
    public string Banner
    {
        get
        {
            string cores = _system.Cores.Count == 1 ? "1 core" : $"{_system.Cores.Count} cores";
            string backend = _system.Backend switch
            {
                Backend.IoUring => "io_uring",
                Backend.Epoll => "epoll",
                _ => "portable sockets",
            };
            string addresses = string.Join(
                ", ",
                _listener.EndPoints.Select(endPoint => endPoint is IPEndPoint ? $"http://{endPoint}" : ListenAddress.Text(endPoint))
            );
            return $"{_app.Application.Name} on {addresses} ({_app.EnvironmentName}, {cores}, {backend}{(_isActivated ? ", sockets that it was started with" : "")})";
        }
    }

    /// <summary>Why io_uring is not used though it was left to the app; null when there is nothing to say.</summary>
    public string? BackendReason => _system.BackendReason;

    /// <exception cref="StartException">The address is taken or not to be had, the backend is not available, or a service cannot start.</exception>
    public static Server Start(BootedApp app, KeyRing keys) => Start(app, keys, ListenPlan.Decide(app, [], []), CancellationToken.None);

    /// <exception cref="StartException">An address is taken or not to be had, the backend is not available, or a service cannot start.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop before it had started.</exception>
    public static Server Start(BootedApp app, KeyRing keys, IReadOnlyList<ListenTarget> targets, CancellationToken cancel)
    {
        var log = new LogWriter(LogOutput.Open(app.Settings.Log, app.Context), app.Settings.Log.Format) { SourceRoot = app.SourceRoot };
        var system = StartCores(app.Settings.Runtime, log);
        var services = new AppServices(app, system, log);
        try
        {
            var uploads = new UploadSpool(app.Settings.Uploads with { Folder = app.Context.PathOf(app.Settings.Uploads.Folder) });
            services.Start(uploads, cancel);
            var notice = new LimitNotice(app.Settings, log, tellsClient: app.Environment == StrykeEnvironment.Development);
            var shared = SharedServices.Create(app, keys, log, uploads, notice);
            var options = WireOptions.Of(app.Settings, log, notice);
            var listener = Listen(() => app.Application.Listen(system, targets, options, shared));
            return new Server(app, system, listener, targets.Any(target => target.IsForeign), log, services);
        }
        catch
        {
            Stop(app, system, services, log, TimeSpan.Zero);
            throw;
        }
    }

    /// <summary>
    /// Accepts no more, lets requests in flight finish, then stops the services, all within <c>shutdown_timeout</c>, and ends the cores.
    /// </summary>
    /// <returns>What it could not wait for, which it has told.</returns>
    public ServerStop Stop() => Stop(_app, _system, Services, _log, _app.Settings.Server.ShutdownTimeout);

    private static ServerStop Stop(BootedApp app, ActorSystem system, AppServices services, LogWriter log, TimeSpan timeForRequests)
    {
        long askedAt = Stopwatch.GetTimestamp();
        var timeout = app.Settings.Server.ShutdownTimeout;
        IReadOnlyList<ServiceFault> failed = [];
        void StopServices() => failed = services.Stop(timeout - Stopwatch.GetElapsedTime(askedAt));
        var report = system.StopAsync(timeForRequests, StopServices).GetAwaiter().GetResult();
        var stop = new ServerStop(report, failed);
        foreach (string line in StopMessage.Of(stop, app.Settings.Server))
        {
            log.Write(line);
            if (app.Settings.Log.File != LogSettings.StandardError)
                Shutdown.Say(app.Context, line);
        }

        // A reader of the log that has stopped reading must not keep the app from stopping.
        log.Flush(LogPatience);
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
                        if (fault is not ActionFault)
                            log.Write($"Fault in {where}", fault);
                    },
                }
            );
        }
        catch (PlatformNotSupportedException refused)
        {
            const string Remedy = "The backend is set in config/server.toml, [runtime]; \"auto\" takes what there is.";
            throw new StartException($"{refused.Message}\n{Remedy}", ExitCodes.Unavailable);
        }
    }

    private static Listener Listen(Func<Listener> listen)
    {
        const string Place = "config/server.toml, [server].";
        try
        {
            return listen();
        }
        catch (AddressInUseException taken)
        {
            throw new StartException(
                $"{ListenAddress.Text(taken.EndPoint)} is taken: another program listens there. {Choose(taken.EndPoint)}",
                ExitCodes.Unavailable
            );
        }
        catch (ListenException refused)
        {
            throw new StartException(
                $"{ListenAddress.Text(refused.EndPoint)} cannot be listened on: {refused.Reason}. {Choose(refused.EndPoint)}",
                ExitCodes.Unavailable
            );
        }

        static string Choose(EndPoint endPoint) =>
            endPoint is IPEndPoint ? $"Choose another by HOST and PORT, or in {Place}" : $"Choose another in {Place}";
    }
}
