namespace Stryke.Web.Middleware.Chains;

/// <summary>
/// A chain of steps, or its end. What a request waits for is in its context, and so is where it stopped, so that a chain keeps nothing of a
/// request and none of its links is ever copied.
/// </summary>
public interface IChainLink
{
    /// <summary>How many steps there are from here to the action.</summary>
    static abstract int Length { get; }

    /// <summary>Whether one of the steps reads forms with files.</summary>
    /// <param name="isApi">Whether an API controller answers, which may have a chain of its own.</param>
    static abstract bool ReadsUploads(bool isApi);

    /// <summary>Starts each step, the outermost first.</summary>
    /// <param name="services">What the process offers to every request.</param>
    void Start(RequestServices services);

    /// <summary>Runs the steps on the way in.</summary>
    ChainStatus OnRequest(RequestContext context);

    /// <summary>
    /// Goes on with the steps inside the one that waited (<see cref="ChainStatus.Pending"/>) and said that the request goes on.
    /// </summary>
    ChainStatus Resume(RequestContext context);

    /// <summary>
    /// Runs the steps on the way out. Called again after a step that waited, or that threw, it goes on with the one outside it.
    /// </summary>
    /// <returns>False when a step waits: <see cref="RequestContext.PendingResponse"/>.</returns>
    bool OnResponse(RequestContext context);
}
