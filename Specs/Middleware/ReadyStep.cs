using Stryke.Web.Middleware;

namespace Stryke.Web.Specs.Middleware;

/// <summary>A step that could wait and never does.</summary>
internal struct ReadyStep : IAsyncMiddleware
{
    public readonly void Start(RequestServices services) { }

    public readonly ValueTask<bool> OnRequest(RequestContext context) => new(true);

    public readonly ValueTask OnResponse(RequestContext context) => default;
}
