namespace Stryke.Web.Middleware.Chains;

/// <summary>The innermost link of a chain, behind which the action stands. Does nothing.</summary>
public struct EndOfChain : IChainLink
{
    /// <inheritdoc/>
    public static int Length => 0;

    /// <inheritdoc/>
    public static bool ReadsUploads(bool isApi) => false;

    /// <inheritdoc/>
    public readonly void Start(RequestServices services) { }

    /// <inheritdoc/>
    public readonly ChainStatus OnRequest(RequestContext context) => ChainStatus.Passed;

    /// <inheritdoc/>
    public readonly ChainStatus Resume(RequestContext context) =>
        throw new InvalidOperationException("No step of this chain is waiting for the request.");

    /// <inheritdoc/>
    public readonly bool OnResponse(RequestContext context) => true;
}
