using System.Globalization;
using Stryke.Web.Actors;
using Stryke.Web.Middleware;

namespace Stryke.Web.Host.Serve;

/// <summary>Says which action holds a core, and what to do about it.</summary>
internal static class StallMessage
{
    public static string Of(StallReport stall) =>
        $"Core {stall.Core.Index} has been blocked for {Seconds(stall)} s by {Who(stall)}: its other requests wait. Work that blocks "
        + "belongs into Offload.Run.";

    internal static string Seconds(StallReport stall) => (stall.BlockedMs / 1000.0).ToString("F1", CultureInfo.InvariantCulture);

    internal static string Who(StallReport stall) =>
        stall.Activity is RequestContext { RouteInfo: { } route } ? $"{route.Controller}#{route.Action} ({route.Verb} {route.Pattern})"
        : stall.InFlight.Count == 0 ? "code behind an await, in a timer or in an actor"
        : $"code behind an await, of {RequestList.Of(stall.InFlight, " or ")}";
}
