using Stryke.Web.Host.Config;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Host.Serve;

/// <summary>Hands the settings of <c>[limits]</c> and <c>[proxies]</c> and the server's name to the HTTP layer.</summary>
internal static class LimitsMapping
{
    public static HttpOptions ToHttpOptions(Settings settings, LogWriter log, LimitNotice notice, bool followsTraces)
    {
        var limits = settings.Limits;
        return new HttpOptions
        {
            MaxHeadBytes = limits.MaxHeadBytes,
            MaxTargetBytes = limits.MaxTargetBytes,
            MaxHeaders = limits.MaxHeaders,
            MaxBodyBytes = limits.MaxBodyBytes,
            HeadTimeoutMs = Milliseconds(limits.HeadTimeout),
            BodyTimeoutMs = Milliseconds(limits.BodyTimeout),
            KeepAliveTimeoutMs = Milliseconds(limits.KeepAliveTimeout),
            MinBodyBytesPerSecond = limits.MinBodyRate,
            WriteTimeoutMs = Milliseconds(limits.WriteTimeout),
            MinResponseBytesPerSecond = limits.MinResponseRate,
            LingerTimeoutMs = Milliseconds(limits.LingerTimeout),
            DrainGraceMs = Milliseconds(limits.DrainGrace),
            MaxPendingOutputBytes = limits.MaxPendingOutputBytes,
            MaxConnections = limits.MaxConnections,
            MaxConnectionsPerAddress = limits.MaxConnectionsPerAddress,
            MaxRequestsPerConnection = limits.MaxRequestsPerConnection,
            SpareDescriptors = limits.SpareDescriptors,
            Backlog = limits.Backlog,
            ServerName = settings.Server.ServerName,
            Proxies = settings.Proxies.ToOptions(),
            FollowsTraces = followsTraces,
            OnFault = (fault, request) => log.Write(request, fault),
            OnLimit = notice.Tell,
        };
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;
}
