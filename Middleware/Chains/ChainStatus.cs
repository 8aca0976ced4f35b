namespace Stryke.Web.Middleware.Chains;

/// <summary>How far a request has come in a chain.</summary>
public enum ChainStatus : byte
{
    /// <summary>Through: the action shall run.</summary>
    Passed,

    /// <summary>A step wrote the response: the action shall not run.</summary>
    Answered,

    /// <summary>A step waits: <see cref="RequestContext.PendingRequest"/>. <see cref="IChainLink.Resume"/> goes on behind it.</summary>
    Pending,
}
