namespace Stryke.Web.Actors;

/// <summary>What a stop could not wait for.</summary>
/// <param name="AbortedRequests">
/// What the connections that were aborted were at, as far as they said (<see cref="Net.ConnectionActor.Activity"/>).
/// </param>
/// <param name="BlockedCores">The cores that have not ended, as code keeps them from it. Their threads run until the process ends.</param>
public sealed record StopReport(IReadOnlyList<string> AbortedRequests, IReadOnlyList<StallReport> BlockedCores);
