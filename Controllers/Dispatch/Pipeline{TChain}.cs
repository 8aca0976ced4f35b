using Stryke.Web.Actors;
using Stryke.Web.Http;
using Stryke.Web.Middleware;

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
        var context = RequestContext.Begin(exchange, Services);
        if (!exchange.Request.ContentType.IsEmpty && TakesUpload(exchange.Request, out _))
            TakeIn(context);
        else
            Answer(context);
    }

    internal sealed override void Finish(RequestContext context)
    {
        context.Leave(ref _chain);

        // Every refusal closes, whether or not the rest of the body happens to be here already.
        if (context.UploadFault is not null)
            context.Response.ClosesConnection = true;
        context.Exchange.Complete();
    }

    /// <summary>Reads a form with files first: the middleware and the action need its fields.</summary>
    private void TakeIn(RequestContext context)
    {
        var reading = context.ReadUpload();
        if (reading.IsCompletedSuccessfully)
            Answer(context);
        else
            AnswerLater(reading, context);
    }

    private async void AnswerLater(ValueTask reading, RequestContext context)
    {
        // Brought home by the core's context.
        await reading;
        try
        {
            Answer(context);
        }
        catch (Exception exception)
        {
            Fail(context, exception);
        }
    }

    private void Answer(RequestContext context)
    {
        MethodOverride.Apply(context);
        var request = context.Request;
        context.Matched(Match(request.Verb, request.RawPath, request.Host));
        if (!context.Route.IsFound)
            context.IsApi = IsApiPath(request.RawPath);
        if (!context.Enter(ref _chain))
        {
            Finish(context);
            return;
        }

        if (context.UploadFault is { } refused)
        {
            Fail(context, refused);
            return;
        }

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
