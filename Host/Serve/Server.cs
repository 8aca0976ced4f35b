using System.Net;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Config;
using Stryke.Web.Host.Launch;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Persistence;
using Stryke.Web.Security;

namespace Stryke.Web.Host.Serve;

/// <summary>An app that listens: its cores, its listener, and what all its requests share.</summary>
internal sealed class Server
{
    private readonly BootedApp _app;
    private readonly ServerRuntime _runtime;
    private readonly Listener _listener;
    private readonly bool _isActivated;

    private Server(BootedApp app, ServerRuntime runtime, Listener listener, bool isActivated)
    {
        _app = app;
        _runtime = runtime;
        _listener = listener;
        _isActivated = isActivated;
    }

    /// <summary>What works beside the requests.</summary>
    public AppServices Services => _runtime.Services;

    /// <summary>What it listens on.</summary>
    public Listener Listener => _listener;

    /// <summary>Writes a line into the log.</summary>
    public void Log(string line) => _runtime.Log.Write(line);

    /// <summary>The first IP address that it listens on.</summary>
    public IPEndPoint EndPoint => _listener.EndPoint;

    /// <summary>
    /// The line that is printed when the app answers: <c>Blog on http://127.0.0.1:3000 (development, 2 cores, io_uring)</c>, with all
    /// addresses. When it was started with sockets, which win over the settings, it says so.
    /// </summary>
    public string Banner
    {
        get
        {
            string cores = _runtime.System.Cores.Count == 1 ? "1 core" : $"{_runtime.System.Cores.Count} cores";
            string backend = _runtime.System.Backend switch
            {
                Backend.IoUring => "io_uring",
                Backend.Epoll => "epoll",
                _ => "portable sockets",
            };
            string addresses = string.Join(
                ", ",
                _listener.EndPoints.Select(endPoint => endPoint is IPEndPoint ? $"http://{endPoint}" : ListenAddress.Text(endPoint))
            );
            return $"{_app.Application.Name} on {addresses} ({_app.EnvironmentName}, {cores}, "
                + $"{backend}{(_isActivated ? ", sockets that it was started with" : "")})";
        }
    }

    /// <summary>Why io_uring is not used though it was left to the app; null when there is nothing to say.</summary>
    public string? BackendReason => _runtime.System.BackendReason;

    /// <exception cref="StartException">
    /// The address is taken or not to be had, the backend is not available, or a service cannot start.
    /// </exception>
    public static Server Start(BootedApp app, KeyRing keys) =>
        Start(app, keys, ListenPlan.Decide(app, [], []), null, CancellationToken.None);

    /// <exception cref="StartException">
    /// An address is taken or not to be had, the backend is not available, or a service cannot start.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was asked to stop before it had started.</exception>
    public static Server Start(
        BootedApp app,
        KeyRing keys,
        IReadOnlyList<ListenTarget> targets,
        Database? database,
        CancellationToken cancel
    )
    {
        var runtime = ServerRuntime.Start(app);
        try
        {
            var uploads = new UploadSpool(app.Settings.Uploads with { Folder = app.Context.PathOf(app.Settings.Uploads.Folder) });
            runtime.Services.Start(uploads, cancel);
            var notice = new LimitNotice(app.Settings, runtime.Log, tellsClient: app.Environment == StrykeEnvironment.Development);
            var shared = SharedServices.Create(app, keys, runtime.Log, uploads, notice);
            var observation = new Observation(app, runtime.Log, shared.Observers);
            observation.Attach(runtime.System);
            if (database is not null)
                observation.Attach(database);
            var options = WireOptions.Of(app.Settings, runtime.Log, notice, observation.FollowsTraces);
            var listener = Listen(() => app.Application.Listen(runtime.System, targets, options, shared));
            return new Server(app, runtime, listener, targets.Any(target => target.IsExternallyOwned));
        }
        catch
        {
            runtime.StopUnserved();
            throw;
        }
    }

    /// <summary>
    /// Accepts no more, lets requests in flight finish, then stops the services, all within <c>shutdown_timeout</c>, and ends the cores.
    /// </summary>
    /// <returns>What it could not wait for, which it has told.</returns>
    public ServerStop Stop() => _runtime.Stop();

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
            endPoint is IPEndPoint ? $"Choose another with HOST and PORT, or in {Place}" : $"Choose another in {Place}";
    }
}
