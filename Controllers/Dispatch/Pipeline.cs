using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Http.Multipart;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Errors;
using Stryke.Web.Routing;
using Stryke.Web.Views;

namespace Stryke.Web.Controllers.Dispatch;

/// <summary>
/// The way of a request through an app, on one core: match, middleware, the controller's actor, its result, middleware again, the answer.
/// The generated <c>AppPipeline</c> adds what is the app's: its trie, its middleware, its controllers and its views.
/// </summary>
public abstract class Pipeline : IRouteMatcher
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

    /// <summary>Says how the body of a request is wanted. Its route, found here, is kept for <see cref="Handle"/>.</summary>
    public BodyPlan PlanBody(HttpExchange exchange)
    {
        var context = Begin(exchange);
        exchange.Request.AcceptsProblemDetails = context.IsApi;
        if (context.ExpectsUpload)
            return PlanBodyOf(context.RouteOfForm().RouteId).AsStreamed();
        return context.Route.IsFound ? PlanBodyOf(context.Route.RouteId) : BodyPlan.Default;
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

    /// <summary>Begins a request, whose head is there: finds its route.</summary>
    private protected RequestContext Begin(HttpExchange exchange)
    {
        var request = exchange.Request;
        var context = RequestContext.Begin(exchange, Services, this);
        context.SetRoute(Match(request.Verb, request.RawPath, request.Host));
        if (!request.ContentType.IsEmpty)
            context.ExpectsUpload = WantsUpload(context);
        return context;
    }

    /// <summary>Whether the body is a form with files that an action wants read before it is called.</summary>
    private bool WantsUpload(RequestContext context)
    {
        var request = context.Request;
        if (!MultipartReader.IsFor(request.ContentType) || HttpVerbs.IsSafe(request.Verb) || !ReadsUploads(context.IsApi))
            return false;
        var route = context.RouteOfForm();
        return route.IsFound && !PlanBodyOf(route.RouteId).IsStreamed;
    }

    /// <summary>Whether the middleware of pages, or of the API, reads forms with files.</summary>
    private protected abstract bool ReadsUploads(bool isApi);

    /// <summary>Finds the route of a path; the generated trie.</summary>
    public abstract RouteMatch Match(HttpVerb verb, ReadOnlySpan<byte> path, ReadOnlySpan<byte> host);

    /// <summary>How a route's action wants the body; generated where one wants it otherwise than usual.</summary>
    protected virtual BodyPlan PlanBodyOf(int routeId) => BodyPlan.Default;

    /// <summary>Tells the controller of the request's route; the generated switch over routes.</summary>
    protected abstract void Dispatch(RequestContext context);

    /// <summary>
    /// Whether only API controllers answer below a path, so that a path without a route there is the API's, too; generated where it is so
    /// for some.
    /// </summary>
    public virtual bool IsApiPath(ReadOnlySpan<byte> path) => false;

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
