using Stryke.Web.Http;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Middleware.Uploads;
using Stryke.Web.Routing;
using Stryke.Web.Security;
using Stryke.Web.Text.Settings;

namespace Stryke.Web.Middleware;

/// <summary>What one process offers to every request; made once, by the host, and shared by all cores.</summary>
public sealed class RequestServices
{
    private readonly string[] _handlers = [];
    private readonly bool[] _isApi = [];

    /// <summary>What the process is run for. Decides how much an error page tells and whether cookies need https.</summary>
    public required StrykeEnvironment Environment { get; init; }

    /// <summary>The keys that seal sessions.</summary>
    public required KeyRing Keys { get; init; }

    /// <summary>The files of <c>public/</c>.</summary>
    public Assets Assets { get; init; } = Assets.None;

    /// <summary>The app's routes, by <see cref="RouteMatch.RouteId"/>.</summary>
    public IReadOnlyList<RouteInfo> Routes
    {
        get;
        init
        {
            field = value;
            _handlers = [.. value.Select(route => route.Handler)];
            _isApi = [.. value.Select(route => route.IsApi)];
        }
    } = [];

    /// <summary>Where failures are written, and requests where <see cref="AccessLog"/> says so.</summary>
    public LogWriter Log { get; init; } = LogWriter.Discard;

    /// <summary>What <see cref="Log"/> tells of each request; null for no line. Not with <see cref="LogWriter.Discard"/>.</summary>
    public AccessLogOptions? AccessLog { get; init; }

    /// <summary>The app's observers; null where it lists none.</summary>
    public ObserverSet? Observers { get; init; }

    /// <summary>Where the files of forms are kept, and what a form with files may take.</summary>
    public UploadSpool Uploads { get; init; } = new(new UploadOptions());

    /// <summary>Most fields in a form or a query; 400 above it.</summary>
    public int MaxFields { get; init; } = FormFields.MaxFields;

    /// <summary>
    /// Told of every refusal for a limit. What it returns is added to the answer, for its author to read; null adds nothing. The server has
    /// one of its own (<see cref="HttpOptions.OnLimit"/>).
    /// </summary>
    public Func<LimitReached, HttpRequest?, string?> OnLimit { get; init; } = static (_, _) => null;

    /// <summary>How sessions are kept.</summary>
    public SessionOptions Sessions { get; init; } = new();

    /// <summary>
    /// The folder of the app's sources, where it is on this machine; error pages name files from here and show the failing
    /// line. Null when there is none.
    /// </summary>
    public string? SourceRoot { get; init; }

    /// <summary>
    /// Whether an exception means that what was asked for does not exist, so that the answer is 404 and not 500. The host knows the layers
    /// that this one does not: it says so of a record that is not in the database.
    /// </summary>
    public Func<Exception, bool> IsNotFound { get; init; } = static _ => false;

    /// <summary>How deep views may call each other; null for what views themselves take for enough.</summary>
    public int? MaxViewDepth { get; init; }

    /// <summary>The app's settings, its own sections among them.</summary>
    public SettingsSet Settings { get; init; } = new();

    /// <summary>The clock that expiries are read from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What answers a route, <c>PostsController#Show</c>; null for -1.</summary>
    /// <param name="routeId">See <see cref="RouteMatch.RouteId"/>.</param>
    public string? HandlerOf(int routeId) => (uint)routeId < (uint)_handlers.Length ? _handlers[routeId] : null;

    /// <summary>Whether an <c>ApiController</c> answers a route; false for -1.</summary>
    /// <param name="routeId">See <see cref="RouteMatch.RouteId"/>.</param>
    public bool IsApi(int routeId) => (uint)routeId < (uint)_isApi.Length && _isApi[routeId];

    internal bool IsDevelopment => Environment == StrykeEnvironment.Development;
}
