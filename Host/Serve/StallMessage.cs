using System.Globalization;
using Stryke.Web.Actors;
using Stryke.Web.Middleware;

namespace Stryke.Web.Host.Serve;

/// <summary>Says which action holds a core, and what to do about it.</summary>
internal static class StallMessage
{
    public static string Of(StallReport stall)
    {
        string seconds = (stall.HeldMs / 1000.0).ToString("F1", CultureInfo.InvariantCulture);
        string who = stall.Activity is RequestContext { RouteInfo: { } route }
            ? $"{route.Controller}#{route.Action} ({route.Verb} {route.Pattern})"
            : "code behind an await, in a timer or in an actor";
        return $"Core {stall.Core.Index} has been held for {seconds} s by {who}: its other requests wait. Work that blocks belongs into Offload.Run.";
    }
}
