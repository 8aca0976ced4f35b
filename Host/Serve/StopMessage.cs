using System.Globalization;
using Stryke.Web.Host.Config;
using Stryke.Web.Host.Launch;

namespace Stryke.Web.Host.Serve;

/// <summary>Says what a stop could not wait for.</summary>
internal static class StopMessage
{
    /// <summary>The lines; none when everything has ended in time.</summary>
    public static IEnumerable<string> Of(ServerStop stop, ServerSettings settings)
    {
        var report = stop.Cores;
        string timeout = string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.ShutdownTimeout.TotalSeconds} s (config/server.toml, [server] shutdown_timeout)"
        );
        if (report.AbortedRequests.Count > 0)
        {
            string requests = report.AbortedRequests.Count == 1 ? "1 request" : $"{report.AbortedRequests.Count} requests";
            yield return $"Stopped after {timeout} with {requests} unanswered: {RequestList.Of(report.AbortedRequests, ", ")}.";
        }
        foreach (var service in stop.Services)
            yield return ServiceMessage.OfStop(service, timeout);
        foreach (var core in report.BlockedCores)
        {
            yield return $"Core {core.Core.Index} did not stop within {timeout}: it has been blocked for {StallMessage.Seconds(core)} s by "
                + $"{StallMessage.Who(core)}. "
                + $"The process ends under it, with status {ExitCodes.Software}. Run blocking work with Offload.Run.";
        }
    }
}
