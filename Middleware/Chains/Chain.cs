namespace Stryke.Web.Middleware.Chains;

/// <summary>
/// One step and all the steps inside it. The compiler writes an app's chain from its <see cref="MiddlewareStack"/>:
/// <c>Chain&lt;SecurityHeaders, AsyncChain&lt;Uploads, EndOfChain&gt;&gt;</c>. <see cref="ChainRunner"/> runs it and takes care of a step
/// that throws.
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
    public static bool ReadsUploads(bool isApi) => TOuter.ReadsUploads || TInner.ReadsUploads(isApi);

    /// <inheritdoc/>
    public void Start(RequestServices services)
    {
        _outer.Start(services);
        _inner.Start(services);
    }

    /// <inheritdoc/>
    public ChainStatus OnRequest(RequestContext context)
    {
        context.InnermostStep = Length;
        return _outer.OnRequest(context) ? _inner.OnRequest(context) : ChainStatus.Answered;
    }

    /// <inheritdoc/>
    public ChainStatus Resume(RequestContext context) => _inner.Resume(context);

    /// <inheritdoc/>
    public bool OnResponse(RequestContext context)
    {
        if (!_inner.OnResponse(context))
            return false;
        if (Length < context.InnermostStep)
            return true;

        // Set before the call: if this step throws, the next attempt goes on with the one outside it.
        context.InnermostStep = Length + 1;
        _outer.OnResponse(context);
        return true;
    }
}
