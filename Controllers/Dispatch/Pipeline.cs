using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Multipart;
using Stryke.Web.Middleware;
using Stryke.Web.Routing;
using Stryke.Web.Views;

namespace Stryke.Web.Controllers.Dispatch;

/// <summary>
/// The way of a request through an app, on one core: match, middleware, the controller's actor, its result, middleware again, the answer.
/// The generated <c>AppPipeline</c> adds what is the app's: its trie, its middleware, its controllers and its views.
/// </summary>
public abstract class Pipeline
{
    // However often a controller fails, it goes on being there: each request was answered, and a controller keeps nothing of it.
    private static readonly SupervisorStrategy AlwaysRestart = new() { MaxRestarts = int.MaxValue };

    private protected Pipeline(Core core, RequestServices services)
    {
        Core = core;
        Services = services;
    }

    /// <summary>The core that it belongs to.</summary>
    protected Core Core { get; }

    /// <summary>What the process offers to every request.</summary>
    protected RequestServices Services { get; }

    /// <summary>What the core writes the bodies of results with.</summary>
    internal ResultWriters Writers => field ??= new(PrepareTemplate);

    /// <summary>Says how the body of a request is wanted.</summary>
    public BodyPlan PlanBody(HttpRequest request)
    {
        if (TakesUpload(request, out var upload))
            return upload;
        var match = Match(request.Verb, request.RawPath, request.Host);
        request.Handler = Services.HandlerOf(match.RouteId);
        request.AcceptsProblemDetails = match.IsFound ? Services.IsApi(match.RouteId) : IsApiPath(request.RawPath);
        return match.IsFound ? PlanBodyOf(match.RouteId) : BodyPlan.Default;
    }

    /// <summary>Answers a request; returns when it is answered or has to wait.</summary>
    public abstract void Handle(HttpExchange exchange);

    /// <summary>Gives the answer: middleware sees it, then it is sent.</summary>
    internal abstract void Finish(RequestContext context);

    /// <summary>Gives the answer to an exception.</summary>
    internal void Fail(RequestContext context, Exception exception)
    {
        ErrorPages.Failed(context, exception);
        Finish(context);
    }

    /// <summary>Whether the body is a form with files that an action wants read before it is called, and within what limits.</summary>
    private protected bool TakesUpload(HttpRequest request, out BodyPlan plan)
    {
        plan = default;
        if (!MultipartReader.IsFor(request.ContentType) || HttpVerbs.IsSafe(request.Verb))
            return false;

        // A form that means PATCH or DELETE is sent by POST, and says so only in the body that is yet to come.
        ReadOnlySpan<HttpVerb> verbs = [request.Verb, HttpVerb.Patch, HttpVerb.Put, HttpVerb.Delete];
        foreach (var verb in request.Verb == HttpVerb.Post ? verbs : verbs[..1])
        {
            var match = Match(verb, request.RawPath, request.Host);
            if (!match.IsFound)
                continue;
            var usual = PlanBodyOf(match.RouteId);
            plan = usual.AsStreamed();
            if (!usual.IsStreamed)
            {
                // Until its form has said more: so that a body which is refused is told of with an action.
                request.Handler = Services.HandlerOf(match.RouteId);
                return true;
            }
            if (verb == request.Verb)
                return false;
        }
        return false;
    }

    /// <summary>Finds the route of a path; the generated trie.</summary>
    protected abstract RouteMatch Match(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host);

    /// <summary>How a route's action wants the body; generated where one wants it otherwise than usual.</summary>
    protected virtual BodyPlan PlanBodyOf(int routeId) => BodyPlan.Default;

    /// <summary>Tells the controller of the request's route; the generated switch over routes.</summary>
    protected abstract void Dispatch(RequestContext context);

    /// <summary>
    /// Whether only API controllers answer below a path, so that a path without a route there is the API's, too; generated where it is so
    /// for some.
    /// </summary>
    protected virtual bool IsApiPath(ReadOnlySpan<byte> path) => false;

    /// <summary>Whether a path is a folder of the app, or stands in it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="folder">The folder, without a slash at its end.</param>
    protected static bool IsBelow(ReadOnlySpan<byte> path, ReadOnlySpan<byte> folder) =>
        path.StartsWith(folder) && (path.Length == folder.Length || path[folder.Length] == '/');

    /// <summary>Makes the app's template; null when it has no views.</summary>
    protected abstract Template? CreateTemplate();

    private Template PrepareTemplate()
    {
        var template = CreateTemplate() ?? throw new InvalidOperationException("This app has no views.");
        if (Services.MaxViewDepth is { } depth)
            template.MaxDepth = depth;
        return template;
    }

    /// <summary>Starts a controller's actor.</summary>
    /// <param name="create">Makes the actor; again after each fault.</param>
    /// <param name="name">The controller's name.</param>
    protected ActorRef<ActionCall> Spawn(Func<Actor<ActionCall>> create, string name) => Core.Spawn(create, AlwaysRestart, name);
}
