using Stryke.Web.Actors;
using Stryke.Web.Actors.Net;
using Stryke.Web.Http.Connections;

namespace Stryke.Web.Http;

/// <summary>Serves an application over HTTP/1.1.</summary>
public static class HttpServer
{
    /// <summary>Serves on one address.</summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Listener Start<TApp>(ActorSystem system, ListenTarget target, HttpOptions options, Func<Core, TApp> createApplication)
        where TApp : struct, IHttpApplication => Start(system, [target], options, createApplication);

    /// <summary>Serves without observers; see the other overload.</summary>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Listener Start<TApp>(
        ActorSystem system,
        IReadOnlyList<ListenTarget> targets,
        HttpOptions options,
        Func<Core, TApp> createApplication
    )
        where TApp : struct, IHttpApplication => Start<TApp, NoExchangeObserver>(system, targets, options, createApplication, null);

    /// <summary>
    /// Listens on every core of a system and serves. The system's stop ends it gracefully: requests in flight are answered, with
    /// <c>Connection: close</c>.
    /// </summary>
    /// <param name="system">The running cores.</param>
    /// <param name="targets">Where to listen; port 0 takes a free port, which the listener tells.</param>
    /// <param name="options">Limits and names.</param>
    /// <param name="createApplication">Makes the instance of one core; called once on each.</param>
    /// <param name="createObserver">
    /// Makes the observer of one core; called once on each. Null: nobody is told, and nothing is measured.
    /// </param>
    /// <typeparam name="TApp">The application; a struct, so that requests reach it without indirection.</typeparam>
    /// <typeparam name="TObserver">Who is told of exchanges; a struct, for the same reason.</typeparam>
    /// <exception cref="AddressInUseException">Another socket listens there.</exception>
    /// <exception cref="ListenException">The address cannot be used.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static Listener Start<TApp, TObserver>(
        ActorSystem system,
        IReadOnlyList<ListenTarget> targets,
        HttpOptions options,
        Func<Core, TApp> createApplication,
        Func<Core, TObserver>? createObserver
    )
        where TApp : struct, IHttpApplication
        where TObserver : struct, IExchangeObserver
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var listening = new ListenerOptions
        {
            InputLimitBytes = ServedCore<TApp, TObserver>.InputLimitOf(options),
            OutputHighWaterBytes = options.MaxPendingOutputBytes,
            LingerMs = (int)options.LingerTimeoutMs,
            Backlog = options.Backlog,
            MaxConnections = options.MaxConnections,
            MaxConnectionsPerAddress = options.MaxConnectionsPerAddress,
            SpareDescriptors = options.SpareDescriptors,
            Refusal = ErrorResponses.TooManyConnections.ToArray(),
            OnConnectionLimit = options.OnLimit is { } tell
                ? isOfAddress => tell(new LimitReached(isOfAddress ? RequestLimit.ConnectionsPerAddress : RequestLimit.Connections), null)
                : null,
        };
        return system.Listen(
            targets,
            listening,
            core =>
            {
                var observer = createObserver?.Invoke(core);
                var served = new ServedCore<TApp, TObserver>(core, options, createApplication(core), observer);
                return () => new HttpConnection<TApp, TObserver>(served);
            }
        );
    }
}
