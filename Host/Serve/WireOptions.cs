using Stryke.Web.Host.Config;
using Stryke.Web.Http;
using Stryke.Web.Middleware.Logging;

namespace Stryke.Web.Host.Serve;

/// <summary>Completes the options of <c>[limits]</c> by what other sections and the log have for the HTTP layer.</summary>
internal static class WireOptions
{
    public static HttpOptions Of(Settings settings, LogWriter log, LimitNotice notice, bool followsTraces) =>
        settings.Limits with
        {
            ServerName = settings.Server.ServerName,
            Proxies = settings.Proxies.TrustsAnybody ? settings.Proxies : null,
            FollowsTraces = followsTraces,
            OnFault = (fault, request) => log.Write(request, fault),
            OnLimit = notice.Report,
        };
}
