using System.Globalization;
using System.Text;

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
            if (_migrations[i].Version != _migrations[i - 1].Version)
                continue;
            throw new MigrationException(
                $"{_migrations[i - 1].Name} and {_migrations[i].Name} have the same version, {_migrations[i].Version}: rename one's file."
            );
        }
    }

    /// <summary>Runs the migrations that have not run, oldest first. Returns those that it ran.</summary>
    /// <exception cref="MigrationException">One failed. Those before it are applied; it and those after it are not.</exception>
    public async Task<IReadOnlyList<MigrationInfo>> Migrate() =>
        await RunEach(
            await Pending(),
            async migration =>
            {
                // Looked up again in the transaction: another process may have run it meanwhile.
                if (await _ledger.Has(migration.Version))
                    return false;
                await _ledger.KeepDropped(migration, await Run(migration, up: true));
                await _ledger.Add(migration);
                return true;
            }
        );

    /// <summary>Undoes the last migrations that ran, newest first. Returns those that it undid.</summary>
    /// <param name="steps">How many.</param>
    /// <exception cref="MigrationException">One cannot be undone, failed, or its file is gone. Those before it are undone.</exception>
    public async Task<IReadOnlyList<MigrationInfo>> Rollback(int steps = 1) =>
        await RunEach(
            (await _ledger.All()).Reverse().Take(steps).Select(Find),
            async migration =>
            {
                await Run(migration, up: false);
                await RestoreIndices(migration);
                await _ledger.Remove(migration);
                return true;
            }
        );

    /// <summary>What has not run, oldest first.</summary>
    public Task<IReadOnlyList<MigrationInfo>> Pending() => Pending(committed: false);

    /// <summary>What has not run, oldest first.</summary>
    /// <param name="committed">Whether to look at what counts already, and not into an open transaction.</param>
    internal async Task<IReadOnlyList<MigrationInfo>> Pending(bool committed)
    {
        HashSet<long> applied = [.. (await _ledger.All(committed)).Select(one => one.Version)];
        return Array.FindAll(_migrations, migration => !applied.Contains(migration.Version));
    }

    /// <summary>Makes sure that nothing is pending.</summary>
    /// <exception cref="PendingMigrationsException">Something is.</exception>
    public async Task EnsureCurrent()
    {
        if (await Pending() is { Count: > 0 } pending)
            throw new PendingMigrationsException(pending);
    }

    /// <summary>Every migration that the app has or that ran, oldest first.</summary>
    public async Task<IReadOnlyList<MigrationStatus>> Status()
    {
        var applied = (await _ledger.All()).ToDictionary(one => one.Version);
        var known = _migrations.Select(migration => new MigrationStatus(
            migration.Version,
            migration.Name,
            applied.TryGetValue(migration.Version, out var run) ? run.At : null,
            IsKnown: true
        ));
        var gone = applied
            .Values.Where(run => Array.TrueForAll(_migrations, migration => migration.Version != run.Version))
            .Select(run => new MigrationStatus(run.Version, run.Name, run.At, IsKnown: false));
        return [.. known.Concat(gone).OrderBy(status => status.Version)];
    }

    /// <summary>Writes the schema as SQL, the same text for the same schema whenever it is written: <c>db/schema.sql</c>.</summary>
    public async Task DumpSchema(string path)
    {
        var text = new StringBuilder("-- The schema after the last migration. Written by `db migrate`; do not edit.\n\n");
        foreach (string definition in await _ledger.Definitions())
            text.Append(definition).Append(";\n\n");
        foreach (var applied in await _ledger.All())
        {
            text.Append(CultureInfo.InvariantCulture, $"-- {applied.Version} {applied.Name}\n");
        }
        await File.WriteAllTextAsync(path, text.ToString());
    }

    /// <summary>Runs something for each migration, each time in a transaction of its own.</summary>
    /// <returns>The migrations for which it returned true.</returns>
    private async Task<IReadOnlyList<MigrationInfo>> RunEach(IEnumerable<MigrationInfo> migrations, Func<MigrationInfo, Task<bool>> body)
    {
        await _ledger.Ensure();
        List<MigrationInfo> done = [];
        foreach (var migration in migrations)
        {
            if (await InTransaction(migration, () => body(migration)))
                done.Add(migration);
        }
        if (done.Count > 0)
        {
            _database.ForgetSchema();
            _database.NullAsDefault.Read();
        }
        return done;
    }

    private MigrationInfo Find(AppliedMigration applied) =>
        Array.Find(_migrations, one => one.Version == applied.Version)
        ?? throw new MigrationException(
            $"{applied.Version} {applied.Name} ran on this database, and the app no longer has it: it cannot be undone."
        );

    /// <summary>Runs the steps of a migration.</summary>
    /// <returns>The indices that it dropped along with a column or a table.</returns>
    private async Task<IReadOnlyList<SchemaIndex>> Run(MigrationInfo migration, bool up)
    {
        List<SchemaIndex> taken = [];
        DatabaseSchema before = await DatabaseSchema.Read(_database),
            schema = before;
        foreach (var step in migration.Create().Steps(up))
        {
            if (step.Problem(schema) is { } problem)
                throw Failed(migration, $"{step.Name}: {problem}");
            taken.AddRange(step.DroppedIndices(schema));
            foreach (string statement in step.Statements(_database.Connection.Dialect, schema))
                await Run(migration, statement);
            schema = await DatabaseSchema.Read(_database);
        }
        var dangling = schema.Dangling.Except(before.Dangling).FirstOrDefault();
        return dangling is null ? taken : throw Failed(migration, schema.Describe(dangling));
    }

    private async Task Run(MigrationInfo migration, string statement)
    {
        try
        {
            await _database.Execute(statement);
        }
        catch (DatabaseException error)
        {
            string why =
                error.Reason is null ? error.Message
                : error.Place is null ? error.Reason
                : $"{error.Place}: {error.Reason}";
            throw Failed(migration, $"{why}\nThe statement was:\n{error.Sql ?? statement}", error);
        }
    }

    /// <summary>Makes the indices again that the migration had dropped, unless its own steps have.</summary>
    private async Task RestoreIndices(MigrationInfo migration)
    {
        var schema = await DatabaseSchema.Read(_database);
        foreach (var (name, definition) in await _ledger.TakeDropped(migration, schema))
        {
            if (!schema.HasIndex(name))
                await Run(migration, definition);
        }
    }

    private async Task<bool> InTransaction(MigrationInfo migration, Func<Task<bool>> body)
    {
        try
        {
            return await _database.Transaction(body);
        }
        catch (ConstraintException error)
        {
            // A foreign key that was not to be checked before the end (PRAGMA defer_foreign_keys).
            throw Failed(migration, error.Message, error);
        }
    }

    private static MigrationException Failed(MigrationInfo migration, string why, Exception? inner = null) =>
        new($"{migration.Version} {migration.Name} failed and was rolled back whole: {why}", inner);
}
