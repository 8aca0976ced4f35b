namespace Stryke.Web.Middleware.Chains;

/// <summary>A step that can wait, and all the steps inside it; otherwise as <see cref="Chain{TOuter, TInner}"/>.</summary>
/// <typeparam name="TOuter">The step.</typeparam>
/// <typeparam name="TInner">The rest, another chain or <see cref="EndOfChain"/>.</typeparam>
public struct AsyncChain<TOuter, TInner> : IChainLink
    where TOuter : struct, IAsyncMiddleware
    where TInner : struct, IChainLink
{
    private TOuter _outer;
    private TInner _inner;

    /// <summary>A chain of given links; the default value makes them itself.</summary>
    public AsyncChain(TOuter outer, TInner inner)
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
        var step = _outer.OnRequest(context);
        if (!step.IsCompletedSuccessfully)
        {
            context.PendingRequest = step;
            return ChainStatus.Pending;
        }

        return step.Result ? _inner.OnRequest(context) : ChainStatus.Answered;
    }

    /// <inheritdoc/>
    public ChainStatus Resume(RequestContext context) =>
        context.InnermostStep == Length ? _inner.OnRequest(context) : _inner.Resume(context);

    /// <inheritdoc/>
    public bool OnResponse(RequestContext context)
    {
        if (!_inner.OnResponse(context))
            return false;
        if (Length < context.InnermostStep)
            return true;

        // Set before the call: after this step has waited, or thrown, the next attempt goes on with the one outside it.
        context.InnermostStep = Length + 1;
        var step = _outer.OnResponse(context);
        if (step.IsCompletedSuccessfully)
            return true;
        context.PendingResponse = step;
        return false;
    }
}
