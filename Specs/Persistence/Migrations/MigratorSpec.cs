using Stryke.Web.Persistence;
using Stryke.Web.Persistence.Migrations;
using Stryke.Web.Specs.Library;
using Xunit;

namespace Stryke.Web.Specs.Persistence.Migrations;

public sealed class MigratorSpec
{
    private static readonly MigrationInfo One = Info(1, "One", m => m.Create("one"));
    private static readonly MigrationInfo Two = Info(2, "Two", m => m.Create("two"));

    [Fact]
    public async Task What_has_not_run_runs_oldest_first_and_once()
    {
        using var place = LibraryPlace.OpenEmpty();
        var migrator = new Migrator(place.Database, [Two, One]);
        Assert.Equal([1L, 2], (await migrator.Pending()).Select(one => one.Version));
        var behind = await Assert.ThrowsAsync<PendingMigrationsException>(migrator.EnsureCurrent);
        Assert.Equal("2 migrations have not run (the first is 1_One): run `db migrate`.", behind.Message);

        Assert.Equal(["One", "Two"], (await migrator.Migrate()).Select(one => one.Name));
        Assert.Empty(await migrator.Migrate());
        await migrator.EnsureCurrent();
        Assert.Equal(0, await place.Number("SELECT COUNT(*) FROM two"));
    }

    [Fact]
    public async Task One_that_comes_late_runs_all_the_same()
    {
        using var place = LibraryPlace.OpenEmpty();
        await new Migrator(place.Database, [Two]).Migrate();
        Assert.Equal([1L], (await new Migrator(place.Database, [One, Two]).Migrate()).Select(one => one.Version));
    }

    [Fact]
    public async Task Rollback_undoes_the_last_ones_newest_first()
    {
        using var place = LibraryPlace.OpenEmpty();
        var migrator = new Migrator(place.Database, [One, Two]);
        await migrator.Migrate();

        Assert.Equal(["Two"], (await migrator.Rollback()).Select(one => one.Name));
        Assert.Equal(["One"], (await migrator.Rollback(5)).Select(one => one.Name));
        Assert.Empty(await migrator.Rollback());
        Assert.Equal(0, await place.Number("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('one', 'two')"));
    }

    [Fact]
    public async Task Status_tells_what_ran_what_is_pending_and_what_is_gone()
    {
        using var place = LibraryPlace.OpenEmpty();
        Assert.All(await new Migrator(place.Database, [One]).Status(), status => Assert.False(status.IsApplied));
        await new Migrator(place.Database, [One]).Migrate();

        var status = await new Migrator(place.Database, [Two]).Status();

        Assert.Equal(
            [(1L, "One", true, false), (2, "Two", false, true)],
            status.Select(one => (one.Version, one.Name, one.IsApplied, one.IsKnown))
        );
        var error = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(place.Database, [Two]).Rollback());
        Assert.Equal("1 One ran on this database, and the app no longer has it: it cannot be undone.", error.Message);
    }

    [Fact]
    public async Task One_that_fails_halfway_is_rolled_back_whole_and_those_before_it_count()
    {
        using var place = LibraryPlace.OpenEmpty();
        var broken = Info(
            3,
            "Broken",
            m =>
            {
                m.Create("three");
                m.Run("INSERT INTO three DEFAULT VALUES; INSERT INTO nowhere VALUES (1)");
            }
        );
        var migrator = new Migrator(place.Database, [One, broken, Info(4, "Four", m => m.Create("four"))]);

        var error = await Assert.ThrowsAsync<MigrationException>(migrator.Migrate);

        Assert.Equal(
            """
            3 Broken failed and was rolled back whole: Statement 2 (line 1): no such table: nowhere
            The statement was:
            INSERT INTO nowhere VALUES (1)
            """.ReplaceLineEndings("\n"),
            error.Message
        );
        Assert.Equal([3L, 4], (await migrator.Pending()).Select(one => one.Version));
        Assert.Equal(0, await place.Number("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('three', 'four')"));
        Assert.Equal(1, await place.Number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'one'"));
    }

    [Fact]
    public async Task A_rollback_that_fails_changes_nothing()
    {
        using var place = LibraryPlace.OpenEmpty();
        var migrator = new Migrator(
            place.Database,
            [
                One,
                Info(
                    2,
                    "Two",
                    m => m.Create("two"),
                    m =>
                    {
                        m.Drop("two");
                        m.Run("nonsense");
                    }
                ),
            ]
        );
        await migrator.Migrate();

        await Assert.ThrowsAsync<MigrationException>(() => migrator.Rollback());

        Assert.Empty(await migrator.Pending());
        Assert.Equal(0, await place.Number("SELECT COUNT(*) FROM two"));
    }

    [Fact]
    public async Task Two_programs_that_migrate_at_once_run_each_once()
    {
        using var place = LibraryPlace.OpenEmpty();
        using var other = Database.Open(place.Options);
        MigrationInfo[] many = [.. Enumerable.Range(1, 10).Select(i => Info(i, $"M{i}", m => m.Create($"t{i}")))];

        var ran = await Task.WhenAll(
            Task.Run(() => new Migrator(place.Database, many).Migrate()),
            Task.Run(() => new Migrator(other, many).Migrate())
        );

        Assert.Equal(10, ran.Sum(one => one.Count));
        Assert.Equal(10, await place.Number("SELECT COUNT(*) FROM schema_migrations"));
    }

    [Fact]
    public void Two_with_one_version_are_refused()
    {
        using var place = LibraryPlace.OpenEmpty();
        var error = Assert.Throws<MigrationException>(() => new Migrator(place.Database, [One, Info(1, "Other", _ => { })]));
        Assert.Equal("One and Other have the same version, 1: rename one's file.", error.Message);
    }

    [Fact]
    public async Task The_schema_is_written_the_same_whenever_it_is_written()
    {
        using var place = LibraryPlace.OpenEmpty();
        string path = Path.Combine(place.Folder, "schema.sql"),
            again = Path.Combine(place.Folder, "again.sql");
        var migrator = new Migrator(place.Database, Schema.Migrations);
        await migrator.Migrate();
        await migrator.DumpSchema(path);
        await migrator.Rollback(2);
        await migrator.Migrate();
        await migrator.DumpSchema(again);

        string schema = await File.ReadAllTextAsync(path);
        Assert.Equal(schema, await File.ReadAllTextAsync(again));
        Assert.Contains(
            """
            CREATE TABLE "reviews" (
              "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              "text" TEXT NOT NULL,
              "book_id" INTEGER NOT NULL REFERENCES "books" ("id")
            );

            CREATE INDEX "index_reviews_on_book_id" ON "reviews" ("book_id");
            """.ReplaceLineEndings("\n"),
            schema
        );
        Assert.EndsWith("-- 20260426120000 CreateLibrary\n-- 20260426120100 CreateSpecimens\n", schema);
        Assert.DoesNotContain("sqlite_", schema);
    }

    internal static MigrationInfo Info(long version, string name, Action<Written> up, Action<Written>? down = null) =>
        new(version, name, () => new Written(up, down));
}
