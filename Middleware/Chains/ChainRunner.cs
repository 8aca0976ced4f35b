using Stryke.Web.Middleware.Errors;

namespace Stryke.Web.Middleware.Chains;

/// <summary>
/// Runs a chain for a request. A step that throws, at once or after it has waited, is answered like an action that throws; on the way out
/// the steps outside it still run.
/// </summary>
public static class ChainRunner
{
    /// <summary>Runs the chain on the way in.</summary>
    /// <returns>
    /// <see cref="ChainStatus.Pending"/>: <see cref="Resume"/> is to be called; otherwise <see cref="Leave"/>, after the action when the
    /// request has passed.
    /// </returns>
    public static ChainStatus Enter<TChain>(this RequestContext context, ref TChain chain)
        where TChain : struct, IChainLink
    {
        try
        {
            return chain.OnRequest(context);
        }
        catch (Exception exception)
        {
            ErrorPages.Failed(context, exception);
            return ChainStatus.Answered;
        }
    }

    /// <summary>Goes on after the step that waited has said whether the request does.</summary>
    /// <param name="context">The request.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="goesOn">What <see cref="WaitForRequest"/> returned.</param>
    public static ChainStatus Resume<TChain>(this RequestContext context, ref TChain chain, bool goesOn)
        where TChain : struct, IChainLink
    {
        if (!goesOn)
            return ChainStatus.Answered;
        try
        {
            return chain.Resume(context);
        }
        catch (Exception exception)
        {
            ErrorPages.Failed(context, exception);
            return ChainStatus.Answered;
        }
    }

    /// <summary>Runs the chain on the way out.</summary>
    /// <returns>
    /// True when all steps have run; false when one waits: after <see cref="WaitForResponse"/> this is to be called again.
    /// </returns>
    public static bool Leave<TChain>(this RequestContext context, ref TChain chain)
        where TChain : struct, IChainLink
    {
        while (true)
        {
            try
            {
                return chain.OnResponse(context);
            }
            catch (Exception exception)
            {
                // Each attempt starts one step further out, so there is an end.
                ErrorPages.Failed(context, exception);
            }
        }
    }

    /// <summary>Waits for the step that has the request. Continues on the request's core.</summary>
    /// <returns>Whether the request goes on.</returns>
    public static async ValueTask<bool> WaitForRequest(this RequestContext context)
    {
        try
        {
            return await context.PendingRequest;
        }
        catch (Exception exception)
        {
            ErrorPages.Failed(context, exception);
            return false;
        }
    }

    /// <summary>Waits for the step that has the response. Continues on the request's core.</summary>
    public static async ValueTask WaitForResponse(this RequestContext context)
    {
        try
        {
            await context.PendingResponse;
        }
        catch (Exception exception)
        {
            ErrorPages.Failed(context, exception);
        }
    }
}
