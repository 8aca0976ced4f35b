using Stryke.Web.Middleware;

namespace Stryke.Web.Specs.Middleware;

/// <summary>A step that waits where the request says so, and otherwise has its answer at once; see <see cref="Trace"/>.</summary>
internal struct AsyncStep : IAsyncMiddleware
{
    public readonly void Start(RequestServices services) => Trace.Events.Add("B start");

    public readonly ValueTask<bool> OnRequest(RequestContext context) =>
        context.Request.Headers.Contains("X-Wait-In"u8) ? EnterLater(context) : new(Trace.Enter(context, "B"));

    public readonly ValueTask OnResponse(RequestContext context)
    {
        if (context.Request.Headers.Contains("X-Wait-Out"u8))
            return LeaveLater(context);
        Trace.Leave(context, "B");
        return default;
    }

    private static async ValueTask<bool> EnterLater(RequestContext context)
    {
        Trace.Events.Add("B waits");
        await Task.Yield();
        return Trace.Enter(context, "B");
    }

    private static async ValueTask LeaveLater(RequestContext context)
    {
        Trace.Events.Add("B waits");
        await Task.Yield();
        Trace.Leave(context, "B");
    }
}
