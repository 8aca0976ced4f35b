namespace Stryke.Web.Http;

/// <summary>A limit that a client has exceeded.</summary>
/// <param name="Limit">Which.</param>
/// <param name="Value">Its value, if it is not the one that is set for all requests.</param>
public readonly record struct LimitReached(RequestLimit Limit, long? Value = null);
