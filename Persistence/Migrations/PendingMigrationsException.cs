namespace Stryke.Web.Persistence.Migrations;

/// <summary>The database is behind the app.</summary>
/// <param name="pending">The migrations that have not run.</param>
public sealed class PendingMigrationsException(IReadOnlyList<MigrationInfo> pending) : Exception($"{Describe(pending)}: run `db migrate`.")
{
    /// <summary>The migrations that have not run.</summary>
    public IReadOnlyList<MigrationInfo> Pending { get; } = pending;

    /// <summary>How many they are, and which is the first.</summary>
    internal static string Describe(IReadOnlyList<MigrationInfo> pending) =>
        $"{pending.Count} {(pending.Count == 1 ? "migration has" : "migrations have")} not run "
        + $"(the first is {pending[0].Version}_{pending[0].Name})";
}
