using System.Net;
using System.Net.Sockets;
using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Controllers.Dispatch;
using Stryke.Web.Host.Boot;
using Stryke.Web.Host.Config;
using Stryke.Web.Http;
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
    private readonly LogWriter _log;

    private Server(BootedApp app, ActorSystem system, Listener listener, LogWriter log)
    {
        _app = app;
        _system = system;
        _listener = listener;
        _log = log;
    }

    public IPEndPoint EndPoint => _listener.EndPoint;

    /// <summary>
    /// The line that is printed when the app answers: <c>Blog on http://127.0.0.1:3000 (development, 2 cores, io_uring)</c>.
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
            return $"{_app.Application.Name} on http://{EndPoint} ({_app.EnvironmentName}, {cores}, {backend})";
        }
    }

    /// <summary>Why io_uring is not used though it was left to the app; null when there is nothing to say.</summary>
    public string? BackendReason => _system.BackendReason;

    /// <exception cref="StartException">The address is taken or not to be had, or the backend is not available.</exception>
    public static Server Start(BootedApp app, KeyRing keys)
    {
        var log = new LogWriter(LogOutput.Open(app.Settings.Log, app.Context), app.Settings.Log.Format);
        ActorSystem system = StartCores(app.Settings.Runtime, log);
        try
        {
            RequestServices services = SharedServices.Create(app, keys, log);
            var options = LimitsMapping.ToHttpOptions(app.Settings, log);
            return new Server(app, system, Listen(app, system, listen => app.Application.Listen(system, listen, options, services)), log);
        }
        catch
        {
            system.StopAsync(TimeSpan.Zero).GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Accepts no more, lets requests in flight finish within <c>shutdown_timeout</c>, and ends the cores.</summary>
    public void Stop()
    {
        _system.StopAsync(_app.Settings.Server.ShutdownTimeout).GetAwaiter().GetResult();

        // A reader of the log that has stopped reading must not keep the app from stopping.
        _log.Flush(LogPatience);
    }

    private static ActorSystem StartCores(RuntimeSettings runtime, LogWriter log)
    {
        try
        {
            return ActorSystem.Start(new ActorSystemOptions
            {
                Backend = runtime.Backend,
                Cpus = CpuChoice.Of(runtime.Cores),
                StallMs = (int)runtime.Watchdog.TotalMilliseconds,
                TrimMs = (int)runtime.Trim.TotalMilliseconds,
                OnStall = stall => log.Write(StallMessage.Of(stall)),

                // What an action threw is in the log already, with its request.
                OnFault = (fault, where) =>
                {
                    if (fault is not ActionFault) log.Write($"Fault in {where}: {fault}");
                },
            });
        }
        catch (PlatformNotSupportedException refused)
        {
            const string Remedy = "The backend is set in config/server.toml, [runtime]; \"auto\" takes what there is.";
            throw new StartException($"{refused.Message}\n{Remedy}", ExitCodes.Unavailable);
        }
    }

    private static Listener Listen(BootedApp app, ActorSystem system, Func<IPEndPoint, Listener> listen)
    {
        var endPoint = new IPEndPoint(app.Settings.Server.Host, app.Settings.Server.Port);
        const string Remedy = "Choose another by HOST and PORT, or in config/server.toml, [server].";
        try
        {
            return listen(endPoint);
        }
        catch (AddressInUseException)
        {
            throw new StartException($"{endPoint} is taken: another program listens there. {Remedy}", ExitCodes.Unavailable);
        }
        catch (SocketException refused)
        {
            throw new StartException($"{endPoint} cannot be listened on: {refused.Message}. {Remedy}", ExitCodes.Unavailable);
        }
    }
}
