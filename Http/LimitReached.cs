namespace Stryke.Web.Http;

/// <summary>A limit that was the reason of a refusal.</summary>
/// <param name="Limit">Which.</param>
/// <param name="Value">What it is, where it is not the one that is set for all requests.</param>
public readonly record struct LimitReached(RequestLimit Limit, long? Value = null);
