namespace Stryke.Web.Middleware;

/// <summary>
/// One step and all the steps inside it. The compiler writes an app's chain from its <see cref="MiddlewareStack"/>:
/// <c>Chain&lt;SecurityHeaders, Chain&lt;Sessions, EndOfChain&gt;&gt;</c>. Run it with <see cref="RequestContext.Enter"/> and
/// <see cref="RequestContext.Leave"/>, which also take care of a step that throws.
/// </summary>
/// <typeparam name="TOuter">The step.</typeparam>
/// <typeparam name="TInner">The rest, another chain or <see cref="EndOfChain"/>.</typeparam>
public struct Chain<TOuter, TInner> : IChainLink
    where TOuter : struct, IMiddleware
    where TInner : struct, IChainLink
{
    private TOuter _outer;
    private TInner _inner;

    /// <summary>A chain of given links; the default value makes them itself.</summary>
    public Chain(TOuter outer, TInner inner)
    {
        _outer = outer;
        _inner = inner;
    }

    /// <inheritdoc/>
    public static int Length => 1 + TInner.Length;

    /// <inheritdoc/>
    public void Start(RequestServices services)
    {
        _outer.Start(services);
        _inner.Start(services);
    }

    /// <inheritdoc/>
    public bool OnRequest(RequestContext context)
    {
        context.InnermostStep = Length;
        return _outer.OnRequest(context) && _inner.OnRequest(context);
    }

    /// <inheritdoc/>
    public void OnResponse(RequestContext context)
    {
        _inner.OnResponse(context);
        if (Length < context.InnermostStep)
            return;

        // Said before the call: should this step throw, the next attempt goes on with the one outside it.
        context.InnermostStep = Length + 1;
        _outer.OnResponse(context);
    }
}
