using Stryke.Web.Middleware;

namespace Stryke.Web.Controllers.Dispatch;

/// <summary>The message of a controller's actor: answer this request with that action.</summary>
/// <param name="Context">The request.</param>
/// <param name="Action">The action's number within its controller; the generated dispatch gives the numbers.</param>
public readonly record struct ActionCall(RequestContext Context, int Action)
{
    /// <summary>What an action threw after it had awaited; set instead of a request.</summary>
    internal ActionException? Fault { get; init; }
}
