namespace Stryke.Web.Middleware;

/// <summary>The innermost link of a chain, behind which the action stands. Does nothing.</summary>
public struct EndOfChain : IChainLink
{
    /// <inheritdoc/>
    public static int Length => 0;

    /// <inheritdoc/>
    public readonly void Start(RequestServices services) { }

    /// <inheritdoc/>
    public readonly bool OnRequest(RequestContext context) => true;

    /// <inheritdoc/>
    public readonly void OnResponse(RequestContext context) { }
}
