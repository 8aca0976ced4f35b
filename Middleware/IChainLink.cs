namespace Stryke.Web.Middleware;

/// <summary>A chain or its end: middleware that knows how many steps it has. Implemented by <see cref="Chain{TOuter, TInner}"/> and <see cref="EndOfChain"/>.</summary>
public interface IChainLink : IMiddleware
{
    /// <summary>How many steps there are from here to the action.</summary>
    static abstract int Length { get; }
}
