using Microsoft.Data.Sqlite;
using Stryke.Web.Host;
using Stryke.Web.Persistence;
using Xunit;

namespace Stryke.Web.Specs.Host.Commands;

/// <summary><c>db migrate|rollback|status|seed|schema</c> on a database of their own.</summary>
public sealed class DatabaseCommandsSpec : IDisposable
{
    private readonly TestLaunch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Fact]
    public void Migrate_runs_what_has_not_run_and_says_so()
    {
        Assert.Equal("Migrated 20260101000000 CreateOrders\nMigrated 20260102000000 CreateItems\n", Run("migrate"));
        Assert.Equal("Nothing to migrate: the development database is up to date.\n", Run("migrate"));
    }

    [Fact]
    public void Status_tells_which_have_run()
    {
        Run("migrate");
        Run("rollback");
        string[] lines = Run("status").TrimEnd('\n').Split('\n');
        Assert.Equal("VERSION         MIGRATION     RAN", lines[0]);
        Assert.Matches(@"^20260101000000  CreateOrders  \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$", lines[1]);
        Assert.Equal("20260102000000  CreateItems   pending", lines[2]);
    }

    [Fact]
    public void Rollback_undoes_the_last_or_as_many_as_it_is_told()
    {
        Run("migrate");
        Assert.Equal("Rolled back 20260102000000 CreateItems\n", Run("rollback"));
        Run("migrate");
        Assert.Equal("Rolled back 20260102000000 CreateItems\nRolled back 20260101000000 CreateOrders\n", Run("rollback", "--steps", "2"));
        Assert.Equal("Nothing to roll back: no migration has run on the development database.\n", Run("rollback"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void Rollback_by_no_number_is_a_usage_error(string steps)
    {
        Assert.Equal(64, Code("rollback", "--steps", steps));
        Assert.Contains("--steps", _launch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Seed_writes_in_one_transaction()
    {
        Run("migrate");
        Assert.Equal("Seeded the development database.\n", Run("seed"));
        Assert.Equal((1, 1), (Count("orders"), Count("items")));

        Execute("DROP TABLE items; CREATE TABLE items (name TEXT NOT NULL CHECK (name <> 'a'))");
        Assert.Equal(1, Code("seed"));
        Assert.StartsWith("Seeding failed, and nothing of it was kept: ", _launch.Error, StringComparison.Ordinal);
        Assert.Equal((1, 0), (Count("orders"), Count("items")));
    }

    [Fact]
    public void Seed_says_when_there_was_nothing_to_do()
    {
        Run("migrate");
        var application = new TestApplication { SeedsOf = () => new Once() };
        int before = _launch.Output.Length;
        for (int i = 0; i < 2; i++)
            Assert.Equal(0, App.Run(application, ["db", "seed"], _launch.Context));
        Assert.Equal(
            "Seeded the development database.\nNothing to seed: db/Seeds.cs changed no row of the development database.\n",
            _launch.Output[before..]
        );
        Assert.Equal(1, Count("orders"));
    }

    [Fact]
    public void Seed_asks_for_the_migrations_first()
    {
        Assert.Equal(1, Code("seed"));
        Assert.StartsWith("2 migrations have not run", _launch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_is_written_after_each_migration_in_development_and_wherever_it_is_asked_for()
    {
        Run("migrate");
        Assert.False(File.Exists(_launch.Context.PathOf("db/schema.sql")));
        Assert.Equal(69, Code("schema"));
        Assert.Equal("The folder of db/schema.sql does not exist. Choose another file with --to.\n", _launch.Error);
        Assert.Equal("Wrote here.sql\n", Run("schema", "--to", "here.sql"));

        _launch.With("db/Seeds.cs", "");
        Run("rollback");
        string after = File.ReadAllText(_launch.Context.PathOf("db/schema.sql"));
        Assert.Contains("\"orders\"", after, StringComparison.Ordinal);
        Assert.DoesNotContain("\"items\"", after, StringComparison.Ordinal);
        Assert.Contains("\"items\"", File.ReadAllText(_launch.Context.PathOf("here.sql")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named_with_the_setting_that_says_it()
    {
        _launch.With("config/database.toml", "[development]\npath = 'nowhere/shop.sqlite3'");
        Assert.Equal(69, Code("migrate"));
        Assert.StartsWith("The development database nowhere/shop.sqlite3 cannot be opened: ", _launch.Error, StringComparison.Ordinal);
        Assert.Contains("config/database.toml, [development]", _launch.Error, StringComparison.Ordinal);
    }

    /// <summary>Makes what is not there yet.</summary>
    private sealed class Once : Seeds
    {
        public override async Task Run() =>
            await Database.Current.Execute("INSERT INTO orders (number) SELECT '1' WHERE NOT EXISTS (SELECT 1 FROM orders)");
    }

    private int Code(params string[] args) => App.Run(new TestApplication(), ["db", .. args], _launch.Context);

    // What the command printed, and only that command.
    private string Run(params string[] args)
    {
        int before = _launch.Output.Length;
        Assert.True(Code(args) == 0, _launch.Error);
        return _launch.Output[before..];
    }

    private long Count(string table) => (long)Execute($"SELECT count(*) FROM {table}")!;

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_launch.Context.PathOf("development.sqlite3")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
