namespace Stryke.Web.Actors;

/// <summary>A core that has been kept from its connections.</summary>
/// <param name="Core">The core.</param>
/// <param name="BlockedMs">How long it has been so far, in milliseconds.</param>
/// <param name="Activity">What <see cref="Core.Activity"/> says that it is doing; null when nobody said.</param>
public sealed record StallReport(Core Core, long BlockedMs, object? Activity)
{
    /// <summary>
    /// Where <see cref="Activity"/> is null: what the core's connections are at (<see cref="Net.ConnectionActor.Activity"/>). The code that
    /// holds the core belongs to one of them, or to none.
    /// </summary>
    public IReadOnlyList<string> InFlight { get; init; } = [];

    /// <summary>The report on a core that is held, by somebody on another thread.</summary>
    internal static StallReport Of(Core core, long heldMs)
    {
        object? activity = core.Activity;
        return new StallReport(core, heldMs, activity) { InFlight = activity is null ? core.InFlightElsewhere() : [] };
    }
}
