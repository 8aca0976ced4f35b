namespace Stryke.Web.Middleware.Chains;

/// <summary>
/// Two chains beside each other: what an <c>ApiController</c> answers passes the one, everything else the other. The compiler writes it for
/// an app that has API controllers; <see cref="RequestContext.IsApi"/> says which way a request goes, once, when it comes in.
/// </summary>
/// <typeparam name="TPages">The chain of pages.</typeparam>
/// <typeparam name="TApi">The chain of the API.</typeparam>
public struct Fork<TPages, TApi> : IChainLink
    where TPages : struct, IChainLink
    where TApi : struct, IChainLink
{
    private TPages _pages;
    private TApi _api;

    /// <summary>A fork of given chains; the default value makes them itself.</summary>
    public Fork(TPages pages, TApi api)
    {
        _pages = pages;
        _api = api;
    }

    /// <inheritdoc/>
    public static int Length => Math.Max(TPages.Length, TApi.Length);

    /// <inheritdoc/>
    public static bool ReadsUploads(bool isApi) => isApi ? TApi.ReadsUploads(isApi) : TPages.ReadsUploads(isApi);

    /// <inheritdoc/>
    public void Start(RequestServices services)
    {
        _pages.Start(services);
        _api.Start(services);
    }

    /// <inheritdoc/>
    public ChainStatus OnRequest(RequestContext context) => context.IsApi ? _api.OnRequest(context) : _pages.OnRequest(context);

    /// <inheritdoc/>
    public ChainStatus Resume(RequestContext context) => context.IsApi ? _api.Resume(context) : _pages.Resume(context);

    /// <inheritdoc/>
    public bool OnResponse(RequestContext context) => context.IsApi ? _api.OnResponse(context) : _pages.OnResponse(context);
}
