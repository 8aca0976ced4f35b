using System.Text;
using Stryke.Web.Middleware;

namespace Stryke.Web.Specs.Middleware;

/// <summary>What the steps of <see cref="ChainSpec"/> are told to do by the request's headers, and what they did.</summary>
internal static class Trace
{
    [ThreadStatic]
    private static List<string>? s_events;

    internal static List<string> Events => s_events ??= [];

    internal static bool Enter(RequestContext context, string step)
    {
        Events.Add($"{step} in");
        if (Names(context, "X-Throw-In", step))
            throw new InvalidOperationException($"{step} threw");
        if (!Names(context, "X-Answer", step))
            return true;
        context.Response.Write("answered");
        return false;
    }

    internal static void Leave(RequestContext context, string step)
    {
        Events.Add($"{step} out");
        if (Names(context, "X-Throw-Out", step))
            throw new InvalidOperationException($"{step} threw");
    }

    private static bool Names(RequestContext context, string field, string step) =>
        context.Request.Headers.TryGet(Encoding.ASCII.GetBytes(field), out var value)
        && Encoding.ASCII.GetString(value).Contains(step, StringComparison.Ordinal);
}
