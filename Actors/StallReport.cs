namespace Stryke.Web.Actors;

/// <summary>A core that has been kept from its connections.</summary>
/// <param name="Core">The core.</param>
/// <param name="HeldMs">How long it has been so far, in milliseconds.</param>
/// <param name="Activity">What <see cref="Core.Activity"/> says that it is doing; null when nobody said.</param>
public sealed record StallReport(Core Core, long HeldMs, object? Activity);
