using System.Globalization;
using System.Text;
using Stryke.Web.Persistence.Sessions;

namespace Stryke.Web.Persistence.Migrations;

/// <summary>
/// Brings a database to the schema of the app, and back. Each migration is one transaction together with its line in
/// <c>schema_migrations</c>: it counts whole or not at all, whatever fails or is killed.
/// </summary>
public sealed class Migrator
{
    private readonly Database _database;
    private readonly MigrationInfo[] _migrations;
    private readonly MigrationLedger _ledger;

    /// <summary>The migrations of an app on a database.</summary>
    /// <exception cref="MigrationException">Two have the same version.</exception>
    public Migrator(Database database, IReadOnlyList<MigrationInfo> migrations)
    {
        _database = database;
        _ledger = new MigrationLedger(database);
        _migrations = [.. migrations.OrderBy(migration => migration.Version)];
        for (int i = 1; i < _migrations.Length; i++)
        {
            if (_migrations[i].Version != _migrations[i - 1].Version) continue;
            throw new MigrationException($"{_migrations[i - 1].Name} and {_migrations[i].Name} have the same version, {_migrations[i].Version}: rename one's file.");
        }
    }

    /// <summary>Runs what has not run, oldest first. Returns what ran.</summary>
    /// <exception cref="MigrationException">One failed. Those before it count; it and those after it do not.</exception>
    public async Task<IReadOnlyList<MigrationInfo>> Migrate()
    {
        await _ledger.Ensure();
        List<MigrationInfo> done = [];
        foreach (MigrationInfo migration in await Pending())
        {
            // Looked up again inside: another process may have been faster.
            bool ran = await _database.Transaction(async () =>
            {
                if (await _ledger.Has(migration.Version)) return false;
                await Run(migration, up: true);
                await _ledger.Add(migration);
                return true;
            });
            if (ran) done.Add(migration);
        }
        return done;
    }

    /// <summary>Undoes the last migrations that ran, newest first. Returns what was undone.</summary>
    /// <param name="steps">How many.</param>
    /// <exception cref="MigrationException">One cannot be undone, failed, or its file is gone. Those before it are undone.</exception>
    public async Task<IReadOnlyList<MigrationInfo>> Rollback(int steps = 1)
    {
        await _ledger.Ensure();
        List<MigrationInfo> done = [];
        foreach (AppliedMigration applied in (await _ledger.All()).Reverse().Take(steps))
        {
            MigrationInfo migration = Array.Find(_migrations, one => one.Version == applied.Version)
                ?? throw new MigrationException($"{applied.Version} {applied.Name} ran on this database, and the app no longer has it: it cannot be undone.");
            await _database.Transaction(async () =>
            {
                await Run(migration, up: false);
                await _ledger.Remove(migration);
            });
            done.Add(migration);
        }
        return done;
    }

    /// <summary>What has not run, oldest first.</summary>
    public async Task<IReadOnlyList<MigrationInfo>> Pending()
    {
        HashSet<long> applied = [.. (await _ledger.All()).Select(one => one.Version)];
        return Array.FindAll(_migrations, migration => !applied.Contains(migration.Version));
    }

    /// <summary>Makes sure that nothing is pending.</summary>
    /// <exception cref="PendingMigrationsException">Something is.</exception>
    public async Task EnsureCurrent()
    {
        if (await Pending() is { Count: > 0 } pending) throw new PendingMigrationsException(pending);
    }

    /// <summary>Every migration that the app has or that ran, oldest first.</summary>
    public async Task<IReadOnlyList<MigrationStatus>> Status()
    {
        Dictionary<long, AppliedMigration> applied = (await _ledger.All()).ToDictionary(one => one.Version);
        IEnumerable<MigrationStatus> known = _migrations.Select(migration => new MigrationStatus(
            migration.Version, migration.Name, applied.TryGetValue(migration.Version, out AppliedMigration? run) ? run.At : null, IsKnown: true));
        IEnumerable<MigrationStatus> gone = applied.Values.Where(run => Array.TrueForAll(_migrations, migration => migration.Version != run.Version))
            .Select(run => new MigrationStatus(run.Version, run.Name, run.At, IsKnown: false));
        return [.. known.Concat(gone).OrderBy(status => status.Version)];
    }

    /// <summary>Writes the schema as SQL, the same text for the same schema whenever it is written: <c>db/schema.sql</c>.</summary>
    public async Task DumpSchema(string path)
    {
        var text = new StringBuilder("-- The schema after the last migration. Written by `db migrate`; do not edit.\n\n");
        foreach (string definition in await _ledger.Definitions()) text.Append(definition).Append(";\n\n");
        foreach (AppliedMigration applied in await _ledger.All())
        {
            text.Append(CultureInfo.InvariantCulture, $"-- {applied.Version} {applied.Name}\n");
        }
        await File.WriteAllTextAsync(path, text.ToString());
    }

    private async Task Run(MigrationInfo migration, bool up)
    {
        foreach (MigrationStep step in migration.Create().Steps(up))
        {
            foreach (string statement in step.Statements(_database.Connection.Dialect)) await Run(migration, statement);
        }
    }

    private async Task Run(MigrationInfo migration, string statement)
    {
        try
        {
            foreach (string one in SqlScript.Statements(statement)) await _database.Write(new Command(new Sql(one, isCached: false), []));
        }
        catch (DatabaseException error)
        {
            throw new MigrationException(
                $"{migration.Version} {migration.Name} failed and was rolled back whole: {error.Reason ?? error.Message}\nThe statement was:\n{statement}", error);
        }
    }
}
