using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Middleware;
using Stryke.Web.Middleware.Chains;
using Stryke.Web.Middleware.Errors;

namespace Stryke.Web.Controllers.Dispatch;

/// <summary>A pipeline with its middleware, which is a struct: the way in and the way out are straight-line code.</summary>
/// <typeparam name="TChain">The app's middleware.</typeparam>
public abstract class Pipeline<TChain> : Pipeline
    where TChain : struct, IChainLink
{
    private TChain _chain;

    /// <summary>Prepares the middleware.</summary>
    /// <param name="core">The core that it belongs to.</param>
    /// <param name="services">What the process offers to every request.</param>
    protected Pipeline(Core core, RequestServices services)
        : base(core, services) => _chain.Start(services);

    /// <inheritdoc/>
    public sealed override void Handle(HttpExchange exchange)
    {
        var context = exchange.Request.IsPlanned ? (RequestContext)exchange.State! : Begin(exchange);
        if (!context.ExpectsUpload)
            MethodOverride.Apply(context);
        GoOn(context, context.Enter(ref _chain));
    }

    internal sealed override void Finish(RequestContext context)
    {
        if (context.Leave(ref _chain))
            Complete(context);
        else
            FinishLater(context);
    }

    private protected sealed override bool ReadsUploads(bool isApi) => TChain.ReadsUploads(isApi);

    private void GoOn(RequestContext context, ChainStatus status)
    {
        if (status == ChainStatus.Passed)
            Answer(context);
        else if (status == ChainStatus.Answered)
            Finish(context);
        else
            GoOnLater(context);
    }

    /// <summary>A step waits with the request; the core's context brings the continuation home.</summary>
    private async void GoOnLater(RequestContext context)
    {
        bool goesOn = await context.WaitForRequest();
        try
        {
            GoOn(context, context.Resume(ref _chain, goesOn));
        }
        catch (Exception exception)
        {
            Fail(context, exception);
        }
    }

    /// <summary>A step waits with the response.</summary>
    private async void FinishLater(RequestContext context)
    {
        do await context.WaitForResponse();
        while (!context.Leave(ref _chain));
        Complete(context);
    }

    private void Answer(RequestContext context)
    {
        if (context.Route.IsFound)
        {
            Core.Activity = context;
            Dispatch(context);
            Core.Activity = null;
            return;
        }

        if (context.Route.IsMethodNotAllowed)
            AnswerOtherMethod(context);
        else
            ErrorPages.NotFound(context);
        Finish(context);
    }

    private static void Complete(RequestContext context)
    {
        // Every refusal of an upload closes, whether or not the rest of the body happens to be here already.
        if (context.UploadFault is not null)
            context.Response.ClosesConnection = true;
        context.Exchange.Complete();
    }

    // RFC 9110 §9.3.7: what a path can do is known without an action.
    private static void AnswerOtherMethod(RequestContext context)
    {
        if (context.Request.Verb != HttpVerb.Options)
        {
            ErrorPages.MethodNotAllowed(context);
            return;
        }

        context.Response.Status = 204;
        context.Response.AddHeader("Allow", context.Route.Allow.With(HttpVerb.Options).ToString());
    }
}
