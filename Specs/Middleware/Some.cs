using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Logging;
using Stryke.Web.Routing;
using Stryke.Web.Security;

namespace Stryke.Web.Specs.Middleware;

/// <summary>Services as a host would make them.</summary>
internal static class Some
{
    internal static readonly RouteInfo ShowPost = new("GET", "/posts/:id", "PostsController", "Show", "Post", "/blog/config/Routes.cs", 12)
    {
        Parameters = ["id"],
    };

    internal static RequestServices Services(
        StrykeEnvironment environment = StrykeEnvironment.Production,
        KeyRing? keys = null,
        Assets? assets = null,
        LogWriter? log = null,
        TimeProvider? clock = null,
        SessionOptions? sessions = null,
        string? sourceRoot = null,
        Func<Exception, bool>? isNotFound = null,
        IReadOnlyList<RouteInfo>? routes = null,
        int maxFields = FormFields.MaxFields,
        Func<LimitReached, HttpRequest?, string?>? onLimit = null
    ) =>
        new()
        {
            Environment = environment,
            Keys = keys ?? KeyRing.Ephemeral(),
            Assets = assets ?? Assets.None,
            Routes = routes ?? [ShowPost],
            MaxFields = maxFields,
            OnLimit = onLimit ?? (static (_, _) => null),
            Log = log ?? LogWriter.Discard,
            Clock = clock ?? TimeProvider.System,
            Sessions = sessions ?? new SessionOptions(),
            SourceRoot = sourceRoot,
            IsNotFound = isNotFound ?? (static _ => false),
        };
}
