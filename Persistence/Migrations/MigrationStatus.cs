namespace Stryke.Web.Persistence.Migrations;

/// <summary>Where a migration stands.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name, as the app or else the database knows it.</param>
/// <param name="AppliedAt">When it ran, in UTC; null when it has not.</param>
/// <param name="IsKnown">Whether the app has it; false for one that ran and whose file is gone.</param>
public sealed record MigrationStatus(long Version, string Name, DateTime? AppliedAt, bool IsKnown)
{
    /// <summary>Whether it ran.</summary>
    public bool IsApplied => AppliedAt is not null;
}
