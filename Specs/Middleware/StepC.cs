using Stryke.Web.Middleware;

namespace Stryke.Web.Specs.Middleware;

/// <summary>Middleware as an app would write it; see <see cref="Trace"/>.</summary>
internal struct StepC : IMiddleware
{
    public readonly void Start(RequestServices services) => Trace.Events.Add("C start");

    public readonly bool OnRequest(RequestContext context) => Trace.Enter(context, "C");

    public readonly void OnResponse(RequestContext context) => Trace.Leave(context, "C");
}
